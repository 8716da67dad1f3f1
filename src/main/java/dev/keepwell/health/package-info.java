/// Judges. Turns observations into a score, with every step that produced it.
@ApplicationModule(allowedDependencies = {"metric", "warehouse", "customer"})
@NullMarked
package dev.keepwell.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
