/// Durable work: started once, resumed after a crash, and answerable about its progress.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
