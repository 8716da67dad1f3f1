package dev.keepwell.source.file;

import java.util.List;

/// A column as the first rows show it. The pattern is how its days are written, such as
/// `dd/MM/yyyy`, and empty where it holds none.
public record ColumnGuess(
        String name, double filled, List<String> samples, Shape shape, String pattern) {}
