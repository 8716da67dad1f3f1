package dev.keepwell.screen.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where a command speaks: data on one stream, and everything about it on the other.
record Output(PrintStream out, PrintStream err, boolean isJson) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// One line of data.
    void print(String line) {
        out.println(line);
    }

    /// Something about the data.
    void tell(String message) {
        err.println(message);
    }

    /// The answer as it came for scripts, or as a table for people.
    void show(JsonNode answer, Supplier<Table> table) {
        showLines(answer, () -> table.get().lines());
    }

    /// The answer as it came for scripts, or as lines for people.
    void showLines(JsonNode answer, Supplier<List<String>> lines) {
        if (isJson) {
            out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } else {
            lines.get().forEach(out::println);
        }
    }
}
