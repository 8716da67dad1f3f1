package dev.keepwell.source.wizard;

import java.util.List;

/// A column of a file as it was seen: some of its values, and how many of a hundred are filled.
public record Seen(String name, List<String> samples, int filled, Shape shape) {}
