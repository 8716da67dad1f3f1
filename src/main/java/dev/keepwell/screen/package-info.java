/// Shows. The REST API and the terminal; pages come to live here too.
@ApplicationModule(
        allowedDependencies = {
            "source",
            "source :: event",
            "source :: file",
            "customer",
            "warehouse",
            "metric",
            "health",
            "sample"
        })
@NullMarked
package dev.keepwell.screen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
