package dev.keepwell.source.wizard;

import java.util.List;
import java.util.Map;

/// What a file looks like before anybody has decided anything: how it is written, its columns, its
/// first rows, and what was noticed on the way, in sentences.
public record Looked(
        Map<String, String> layout,
        List<Seen> columns,
        List<List<String>> rows,
        List<String> notes) {}
