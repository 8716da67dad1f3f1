package dev.keepwell.source.file;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a file, front to back, never more than a few of them in memory.
public interface Rows extends Closeable {

    /// At most so many, for a row is held in memory.
    int COLUMNS_MAX = 1_000;

    int FIELD_CHARS_MAX = 64 * 1_024;

    /// The names of the columns: each is there once, and none is empty.
    List<String> columns();

    /// The next record, or null at the end.
    @Nullable Entry read();

    @Override
    void close();
}
