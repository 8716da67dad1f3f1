/// Workspaces, their reporting conventions, and the tokens that open them.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
