package dev.keepwell.screen.api;

import java.util.Map;
import org.springframework.http.MediaType;

/// What a table that is sent in one request may be written in.
final class TableTypes {

    static final String CSV = "text/csv";
    static final String TSV = "text/tab-separated-values";
    static final String NDJSON = "application/x-ndjson";
    static final String PARQUET = "application/vnd.apache.parquet";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Map<String, String> ENDINGS =
            Map.of(CSV, ".csv", TSV, ".tsv", NDJSON, ".ndjson", PARQUET, ".parquet", XLSX, ".xlsx");

    private TableTypes() {}

    static String ending(MediaType type) {
        return ENDINGS.getOrDefault(type.getType() + "/" + type.getSubtype(), ".csv");
    }
}
