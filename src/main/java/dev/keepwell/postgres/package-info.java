/// State. Runs the bundled PostgreSQL or reaches an external one, migrates it, and keeps workspaces
/// apart.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
