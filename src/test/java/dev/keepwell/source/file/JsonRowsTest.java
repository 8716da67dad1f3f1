package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonRowsTest {

    @TempDir private Path folder;

    @Test
    void an_object_becomes_a_flat_row_and_no_number_loses_a_digit() throws IOException {
        var file =
                file(
                        """
                        {"id": 12345678901234567890, "mrr": 0.1, \
                        "owner": {"name": "Ann", "team": {"id": 7}}}

                        {"id": "B2", "tags": ["a", {"b": 1.10}], \
                        "big": 1.5e3, "on": true, "off": null}
                        {}
                        """);

        assertThat(file.columns())
                .containsExactly(
                        "id", "mrr", "owner.name", "owner.team.id", "tags", "big", "on", "off");
        assertThat(Shown.rows(file))
                .containsExactly(
                        "1: 12345678901234567890|0.1|Ann|7||||",
                        "3: B2||||[\"a\", {\"b\": 1.10}]|1500|true|",
                        "4: |||||||");
    }

    @Test
    void a_line_that_is_no_row_says_why_and_keeps_its_text() throws IOException {
        assertThat(
                        Shown.rows(
                                file(
                                        """
                                        {"a": 1}
                                        {"a": 1
                                        [1]
                                        {"a": 1} {"a": 2}
                                        {"a": 1, "a": 2}
                                        {"a.b": 1, "a": {"b": 2}}
                                        {"a": "\\u0000"}
                                        {"a": 1e999999999}
                                        {"a": NaN}
                                        """)))
                .containsExactly(
                        "1: 1",
                        "2: malformed_json <{\"a\": 1>",
                        "3: not_an_object <[1]>",
                        "4: not_an_object <{\"a\": 1} {\"a\": 2}>",
                        "5: malformed_json <{\"a\": 1, \"a\": 2}>",
                        "6: duplicate_key <{\"a.b\": 1, \"a\": {\"b\": 2}}>",
                        "7: control_character <{\"a\": \"\\u0000\"}>",
                        "8: 1e999999999",
                        "9: malformed_json <{\"a\": NaN}>");
    }

    @Test
    void a_key_that_comes_after_a_hundred_thousand_lines_is_set_aside_and_not_cut_off()
            throws IOException {
        var file = file("{\"a\": 1}\n".repeat(100_000) + "{\"a\": 1, \"late\": 2}\n{\"a\": 3}\n");

        assertThat(Shown.rows(file))
                .hasSize(100_002)
                .endsWith("100001: unknown_key <{\"a\": 1, \"late\": 2}>", "100002: 3");
    }

    @Test
    void one_array_is_no_file_of_lines() {
        assertThatThrownBy(() -> file("[{\"a\": 1},\n{\"a\": 2}]\n").columns())
                .hasMessage(
                        "a.jsonl:1  The file is one JSON array."
                                + " Write one object a line, without commas.");
        assertThatThrownBy(() -> file("\n\n").columns())
                .hasMessage("a.jsonl  No line of the file is a JSON object. Add one.");
    }

    private DataFile file(String text) throws IOException {
        var path = Files.writeString(folder.resolve("a.jsonl"), text);
        return new DataFile("a.jsonl", path, Layout.plain(Format.JSON_LINES));
    }
}
