package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/// A proof that a metric file brings, as its readers see it: given these facts, these are the
/// values. Each of them also runs as a test.
public record WorkedExample(String name, List<Setting> setting, List<Table> given, Table expect) {

    private static final List<String> SETTINGS =
            List.of("as_of", "known_on", "period", "window", "missing", "settings");

    public WorkedExample {
        setting = List.copyOf(setting);
        given = List.copyOf(given);
    }

    /// The day it is asked for, the period, or a source that is not connected.
    public record Setting(String name, String text) {}

    /// Rows under the names of their columns. An empty cell is no value.
    public record Table(String name, List<String> columns, List<List<String>> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /// A picture of a table: columns parted by `|`, the first line their names.
        static Table of(String name, String picture) {
            var lines = picture.lines().filter(line -> !line.isBlank()).map(Table::cells).toList();
            return new Table(name, lines.getFirst(), lines.subList(1, lines.size()));
        }

        private static List<String> cells(String line) {
            return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        }
    }

    /// All examples of a file, in its order.
    public static List<WorkedExample> all(MetricFile file) {
        var place = "the examples of " + file.metric().name();
        var block = Keys.of(place, new Yaml().load(file.examples()));
        var examples = new ArrayList<WorkedExample>();
        for (var example : (List<?>) block.find("examples").orElse(List.of())) {
            examples.add(of(Keys.of(place, example)));
        }
        return List.copyOf(examples);
    }

    private static WorkedExample of(Keys keys) {
        var given = Keys.of(keys.text("name"), keys.find("given").orElse(null));
        return new WorkedExample(
                keys.text("name"),
                SETTINGS.stream().flatMap(it -> setting(keys, it).stream()).toList(),
                given.names().stream().map(it -> Table.of(it, given.text(it))).toList(),
                Table.of("expect", keys.text("expect")));
    }

    private static Optional<Setting> setting(Keys keys, String name) {
        return keys.find(name)
                .map(_ -> values(keys, name))
                .map(it -> new Setting(name.replace('_', ' '), String.join(", ", it)));
    }

    /// A YAML parser reads a date as an instant at midnight UTC.
    private static List<String> values(Keys keys, String name) {
        return switch (keys.find(name).orElseThrow()) {
            case Date date ->
                    List.of(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString());
            case Map<?, ?> map ->
                    map.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList();
            case Object _ -> keys.words(name);
        };
    }
}
