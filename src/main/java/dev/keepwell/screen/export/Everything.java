package dev.keepwell.screen.export;

import dev.keepwell.customer.CurrentRecords;
import dev.keepwell.customer.CurrentRecords.Column;
import dev.keepwell.customer.CurrentRecords.Sheet;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes all records of a workspace as they stand into one archive: a file for each source and
/// table, and what they mean. The same records give the same bytes.
@Component
final class Everything {

    static final String SCHEMA = "schema.json";

    /// No archive says when it was made: two of the same records are equal.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("id", "the name that the source gives the row"),
                    Map.entry("text", "text as it was sent"),
                    Map.entry("word", "lower case, words joined with an underscore"),
                    Map.entry("verb", "what was done, as in xAPI"),
                    Map.entry("quarter", "a quarter such as 2025-Q1"),
                    Map.entry(
                            "reference",
                            "the id of a row of the table that it refers to, of the same source;"
                                    + " of another as ext:source/id"),
                    Map.entry("currency", "three letters of ISO 4217"),
                    Map.entry("country", "two letters of ISO 3166"),
                    Map.entry("domain", "the host that mail and web addresses end with"),
                    Map.entry("integer", "a whole number"),
                    Map.entry("number", "at most 15 digits before the point and 10 after it"),
                    Map.entry("money", "at most four decimals, in the currency beside it"),
                    Map.entry("date", "a day such as 2025-03-31"),
                    Map.entry("instant", "a moment in UTC, to the microsecond"),
                    Map.entry("boolean", "true or false"));

    private final CurrentRecords records;
    private final Lake lake;

    Everything(CurrentRecords records, Lake lake) {
        this.records = records;
        this.lake = lake;
    }

    void write(WorkspaceId workspace, SheetFormat format, OutputStream out) throws IOException {
        var sheets = records.sheets(workspace);
        var order = new ImportOrder(sheets);
        var zip = new ZipOutputStream(out);
        for (var sheet : sheets) {
            var columns = records.columns(sheet.table());
            begin(zip, file(sheet, format));
            format.write(
                    columns,
                    reader ->
                            records.each(
                                    workspace,
                                    sheet,
                                    row -> {
                                        order.see(sheet, columns, row);
                                        reader.accept(row);
                                    }),
                    new ParquetSheet(lake),
                    zip);
            zip.closeEntry();
        }
        begin(zip, SCHEMA);
        zip.write(JSON.writeValueAsBytes(schema(sheets, order, format)));
        zip.closeEntry();
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
    }

    private static String file(Sheet sheet, SheetFormat format) {
        return sheet.source() + "/" + sheet.table() + "." + format.word();
    }

    private Map<String, Object> schema(List<Sheet> sheets, ImportOrder order, SheetFormat format) {
        var tables = new LinkedHashSet<String>();
        sheets.forEach(it -> tables.add(it.table()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("format", format.word());
        schema.put("tables", tables.stream().map(this::table).toList());
        schema.put(
                "import_order",
                order.steps().stream()
                        .map(it -> {
                            var step = new LinkedHashMap<String, Object>();
                            step.put("source", it.source());
                            step.put(
                                    "files",
                                    it.sheets().stream().map(one -> file(one, format)).toList());
                            return step;
                        })
                        .toList());
        schema.put("types", new TreeMap<>(TYPES));
        return schema;
    }

    private Map<String, Object> table(String name) {
        var meaning = records.meaning(name);
        var table = new LinkedHashMap<String, Object>();
        table.put("table", name);
        table.put("title", meaning.title());
        table.put("row", meaning.row());
        table.put("key", records.keys(name));
        table.put("columns", records.columns(name).stream().map(Everything::column).toList());
        return table;
    }

    private static Map<String, Object> column(Column column) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", column.name());
        json.put("type", column.type());
        json.put("required", column.needed());
        if (column.refers() != null) {
            json.put("refers", column.refers());
        }
        switch (column.name()) {
            case "recorded_at" -> json.put("says", "when it was recorded, where the row said so");
            case "deleted_at" -> json.put("says", "when its source deleted it");
            default -> {}
        }
        return json;
    }
}
