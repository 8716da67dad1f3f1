/// Arrives. Reads what others send and reports what it saw, without knowing what a customer is.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
