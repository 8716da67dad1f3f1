package dev.keepwell.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keepwell.kernel.Keys;
import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/// The columns of a record table as a fact sees them, from its declaration in the catalogue.
final class RecordColumns {

    private RecordColumns() {}

    static Map<String, String> of(String table) {
        var file = new ClassPathResource("catalog/records/%s.yaml".formatted(table));
        if (!file.exists()) {
            throw Refusal.unknown("unknown_table", "There is no table '%s'.".formatted(table));
        }
        try {
            var keys = Keys.of(table, new Yaml().load(file.getContentAsString(UTF_8)));
            var declared = Keys.of(table, keys.find("columns").orElseThrow());
            var columns = new LinkedHashMap<String, String>();
            columns.put("id", "varchar");
            columns.put("source_system", "varchar");
            columns.put("source_id", "varchar");
            for (var name : declared.names()) {
                var column = Keys.of(name, declared.find(name).orElseThrow());
                columns.put(name, type(column.text("type", "text")));
            }
            return columns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(String declared) {
        return switch (declared) {
            case "integer" -> "bigint";
            case "number" -> "decimal(38, 10)";
            case "money" -> "decimal(19, 4)";
            case "monthly_amount", "monthly_list_amount" -> "decimal(38, 4)";
            case "date" -> "date";
            case "instant" -> "timestamptz";
            case "boolean" -> "boolean";
            case String text -> "varchar";
        };
    }
}
