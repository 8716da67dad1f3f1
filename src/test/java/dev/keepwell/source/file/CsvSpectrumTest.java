package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The cases of the npm package csv-spectrum, which `./keepwell test` fetches beside the SDKs: each
/// is read as its JSON says, or refused by a rule that is named here.
class CsvSpectrumTest {

    private static final Path CASES =
            Path.of("target", "sdks", "node", "node_modules", "csv-spectrum");

    /// Its degree signs were lost before it was published: U+FFFD stands in their place.
    private static final Map<String, String> REFUSED = Map.of("location_coordinates", "not_utf8");

    @Test
    void each_case_is_read_as_its_json_or_refused_by_a_named_rule() throws IOException {
        assumeTrue(Files.isDirectory(CASES), "csv-spectrum is not here.");
        var read = new TreeMap<String, String>();
        var wanted = new TreeMap<String, String>();
        try (var files = Files.list(CASES.resolve("csvs"))) {
            for (var file : files.toList()) {
                var name = Format.stem(String.valueOf(file.getFileName()));
                read.put(name, read(file));
                var rows = Files.readString(CASES.resolve("json").resolve(name + ".json"));
                wanted.put(
                        name,
                        REFUSED.getOrDefault(name, JsonMapper.shared().readTree(rows).toString()));
            }
        }

        assertThat(read).hasSize(12).isEqualTo(wanted);
    }

    /// With the layout that is guessed, as an import does.
    private static String read(Path path) {
        var name = String.valueOf(path.getFileName());
        var file = new DataFile(name, path, Guess.of(name, path, Map.of()).layout());
        var columns = file.columns();
        var broken =
                file.first(100).stream()
                        .filter(Entry.Broken.class::isInstance)
                        .map(it -> ((Entry.Broken) it).reason())
                        .collect(Collectors.joining());
        if (!broken.isEmpty()) {
            return broken;
        }
        var rows = JsonMapper.shared().createArrayNode();
        for (var entry : file.first(100)) {
            if (entry instanceof Entry.Fields fields) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), fields.values().get(i));
                }
                rows.addPOJO(row);
            }
        }
        return JsonMapper.shared().valueToTree(rows).toString();
    }
}
