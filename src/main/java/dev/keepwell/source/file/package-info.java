/// Reads files as people have them: tables as text, as JSON lines, as Parquet and as spreadsheets,
/// however they are written, one row after the other.
@NamedInterface("file")
@NullMarked
package dev.keepwell.source.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
