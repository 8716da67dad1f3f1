package dev.keepwell.source.file;

import java.util.List;
import java.util.Map;

/// How a file seems to be cut into cells.
record Cutting(Layout layout, Map<String, Sureness> sure, List<String> notes) {}
