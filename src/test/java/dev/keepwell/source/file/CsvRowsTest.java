package dev.keepwell.source.file;

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

class CsvRowsTest {

    @TempDir private Path folder;

    @Test
    void a_record_keeps_its_text_also_over_lines_and_after_a_byte_order_mark() throws IOException {
        assertThat(read("\uFEFFid,note\r\n1,\"a\r\nb\"\"c\"\r\n\r\n2,5\" pipe\n3,\"\"\n"))
                .containsExactly(
                        "2: [1, a\r\nb\"c] <1,\"a\r\nb\"\"c\">",
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
    void lines_end_as_every_system_ends_them_also_mixed() throws IOException {
        assertThat(read("id,note\r1,a\r2,\"b\rc\"\n3,d\r\n\r\n4,e"))
                .containsExactly(
                        "2: [1, a] <1,a>",
                        "3: [2, b\rc] <2,\"b\rc\">",
                        "5: [3, d] <3,d>",
                        "7: [4, e] <4,e>");
    }

    @Test
    void names_are_made_fit_to_be_referred_to() throws IOException {
        var path =
                write(
                        "\"first\n"
                                + "name\",\u00a0id\u00a0,,id,id (2),\n"
                                + "1,2,3,4,5,\n"
                                + "1,2,3,4,5\n"
                                + "1,2,3,4,5,6\n");

        try (var rows = new CsvRows(new DataFile("t.csv", path, Layout.plain(Format.CSV)))) {
            assertThat(rows.columns())
                    .containsExactly("first name", "id", "column_3", "id (2)", "id (2) (2)");
            assertThat(rows.notes())
                    .containsExactly(
                            "The column 3 has no name and is called 'column_3'.",
                            "The name 'id' stands twice in the header; column 4 is called 'id"
                                    + " (2)'.",
                            "The name 'id (2)' stands twice in the header; column 5 is called"
                                    + " 'id (2) (2)'.");
        }
        assertThat(read(path))
                .containsExactly(
                        "3: [1, 2, 3, 4, 5] <1,2,3,4,5,>",
                        "4: [1, 2, 3, 4, 5] <1,2,3,4,5>",
                        "5: unnamed_column <1,2,3,4,5,6>");
    }

    @Test
    void what_a_spreadsheet_adds_is_no_row() throws IOException {
        var layout = Layout.plain(Format.CSV).with("delimiter", ";");
        var path = write("sep=;\nid;note\n1;a\n;;;\n\n2;\u201cb\u201d\n;\n");

        assertThat(Shown.rows(new DataFile("t.csv", path, layout)))
                .containsExactly("3: 1|a", "6: 2|\u201cb\u201d");
        assertThat(Shown.rows(new DataFile("t.csv", path, layout.with("header", "0"))))
                .containsExactly("2: id|note", "3: 1|a", "6: 2|\u201cb\u201d");
    }

    @Test
    void titles_above_the_header_are_skipped_even_with_an_open_quote() throws IOException {
        var layout = Layout.plain(Format.CSV).with("header", "3");

        assertThat(Shown.rows(new DataFile("t.csv", write("\"Report\n\nid,note\n1,a\n"), layout)))
                .containsExactly("4: 1|a");
    }

    @Test
    void bytes_outside_another_encoding_are_refused_too() throws IOException {
        var path = folder.resolve("t.csv");
        Files.write(path, new byte[] {'i', 'd', '\n', (byte) 0xfc, '\n', (byte) 0x81, '\n'});
        var layout = Layout.plain(Format.CSV).with("encoding", "windows-1252");

        assertThat(Shown.rows(new DataFile("t.csv", path, layout)))
                .containsExactly("2: \u00fc", "3: not_in_encoding <\uFFFD>");
    }

    @Test
    void a_header_is_needed() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(Refusal.class)
                .hasMessage("t.csv:1  A CSV file begins with its header. Add one.");
    }

    private List<String> read(String text) throws IOException {
        return read(write(text));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private static List<String> read(Path path) {
        var rows = new ArrayList<String>();
        try (var csv = new CsvRows(new DataFile("t.csv", path, Layout.plain(Format.CSV)))) {
            for (var entry = csv.read(); entry != null; entry = csv.read()) {
                rows.add(
                        switch (entry) {
                            case Entry.Fields it ->
                                    "%d: %s <%s>".formatted(it.line(), it.values(), it.original());
                            case Entry.Broken it ->
                                    "%d: %s <%s>".formatted(it.line(), it.reason(), it.original());
                        });
            }
        }
        return rows;
    }
}
