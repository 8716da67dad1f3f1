/// Records. Decides what a sighting means and keeps every version of every record.
@ApplicationModule(
        allowedDependencies = {
            "source",
            "source :: event",
            "source :: flow",
            "source :: webhook",
            "source :: wizard"
        })
@NullMarked
package dev.keepwell.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
