package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir private Path folder;

    @Test
    void a_record_keeps_its_text_also_over_lines_and_after_a_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFid,note\r\n1,\"a\r\nb\"\"c\"\r\n\r\n2,5\" pipe\n3,\"\"\n"))
                .containsExactly(
                        "2: [1, a\nb\"c] <1,\"a\nb\"\"c\">",
                        "5: [2, 5\" pipe] <2,5\" pipe>",
                        "6: [3, ] <3,\"\">");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        assertThat(read("id,note\n1,a\n2,\"b\n3,c\n"))
                .containsExactly("2: [1, a] <1,a>", "3: malformed_line <2,\"b>", "4: [3, c] <3,c>");
    }

    @Test
    void a_line_that_cannot_be_a_row_says_why() throws IOException {
        var endless = "x".repeat(70_000);

        assertThat(read("id,note\n1\n2,b,c\n3,\"b\"c\n4,\0\n5," + endless + "\n6,z\n"))
                .containsExactly(
                        "2: wrong_field_count <1>",
                        "3: wrong_field_count <2,b,c>",
                        "4: malformed_line <3,\"b\"c>",
                        "5: control_character <4,\u2400>",
                        "6: field_too_long <" + ("5," + endless).substring(0, 65_536) + ">",
                        "7: [6, z] <6,z>");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_by_row() throws IOException {
        var path = folder.resolve("latin.csv");
        Files.write(path, "id,note\n1,M\u00fcller\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(path)).containsExactly("2: not_utf8 <1,M\uFFFDller>", "3: [2, b] <2,b>");
    }

    @Test
    void a_line_longer_than_memory_allows_is_cut_off() throws IOException {
        var rows = read("id,note\n1," + "x".repeat(3_000_000) + "\n2,b\n");

        assertThat(rows).hasSize(2).last().isEqualTo("3: [2, b] <2,b>");
        assertThat(rows.getFirst()).startsWith("2: line_too_long").hasSizeLessThan(66_000);
    }

    @Test
    void a_header_is_needed_once_and_without_repetition() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(Refusal.class)
                .hasMessage("t.csv:1  A CSV file begins with its header. Add one.");
        assertThatThrownBy(() -> read("a,b,a\n"))
                .hasMessage("t.csv:1  The column 'a' stands twice in the header. Rename one.");
    }

    private List<String> read(String text) throws IOException {
        var path = folder.resolve("t.csv");
        Files.writeString(path, text);
        return read(path);
    }

    private static List<String> read(Path path) {
        var rows = new ArrayList<String>();
        try (var csv = new CsvFile("t.csv", path)) {
            for (var entry = csv.read(); entry != null; entry = csv.read()) {
                rows.add(
                        switch (entry) {
                            case CsvFile.Entry.Fields it ->
                                    "%d: %s <%s>".formatted(it.line(), it.values(), it.original());
                            case CsvFile.Entry.Broken it ->
                                    "%d: %s <%s>".formatted(it.line(), it.reason(), it.original());
                        });
            }
        }
        return rows;
    }
}
