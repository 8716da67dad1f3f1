package dev.keepwell.lake;

import java.nio.file.Path;

/// A Parquet file that is written but not yet published, with the number of its rows.
public record Draft(Path path, long rows) {}
