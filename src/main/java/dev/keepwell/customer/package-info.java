/// Records. Decides what a sighting means and keeps every version of every record.
@ApplicationModule(allowedDependencies = {"source", "source :: event", "source :: webhook"})
@NullMarked
package dev.keepwell.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
