/// Invents. A sample company whose every figure it counts itself, written as files that anybody
/// could have sent.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
