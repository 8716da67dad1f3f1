package dev.keepwell.lake;

import java.nio.file.Path;

/// One Parquet file that counts, as the manifest knows it.
///
/// The part says which share of the data set it holds, such as the month `2025-03`; a part may have
/// several files.
public record LakeFile(
        String dataset, String part, Path path, long rows, String sha256, long generation) {}
