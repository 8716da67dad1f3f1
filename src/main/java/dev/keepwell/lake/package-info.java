/// Immutable Parquet files and the manifest that says which of them count.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.keepwell.lake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
