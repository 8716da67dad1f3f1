/// Facts. Builds the tables that metrics read, on the engine that runs analytical SQL.
@ApplicationModule(allowedDependencies = "customer")
@NullMarked
package dev.keepwell.warehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
