package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A spreadsheet that opens an export shows what was in it, and runs none of it.
class ExportFormatTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49 30 1",
                "-1+2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "|calc",
                "%0",
                "  =1",
                "\u00a0=1",
                "\u3000=1",
                "＝1",
                "fine\n=1",
                "fine\r\n =1",
                "-",
                "+1"
            })
    void a_text_that_could_be_a_formula_is_marked_as_a_text(String text) {
        assertThat(csv(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acorn", "a=b", "a-b", "", " ", "-12.50", "007", "O'Hara", "a\nb"})
    void any_other_text_is_quoted_as_it_is(String text) {
        assertThat(csv(text)).isEqualTo("\"" + text + "\"");
    }

    @Test
    void quotes_are_doubled_also_behind_the_mark() {
        assertThat(csv("=HYPERLINK(\"http://x\")")).isEqualTo("\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void numbers_stay_numbers_and_nothing_stays_nothing() {
        assertThat(csv(-12.5)).isEqualTo("-12.5");
        assertThat(csv(new BigDecimal("-100.00"))).isEqualTo("-100.00");
        assertThat(csv(null)).isEmpty();
    }

    @Test
    void the_header_comes_once() {
        var out = new StringWriter();
        var columns = ExportFormat.columns();
        columns.put("id", 1);
        columns.put("name", "Acorn");
        var csv = new ExportFormat.Csv(out);

        csv.row(columns);
        csv.row(columns);

        assertThat(out).hasToString("\"id\",\"name\"\r\n1,\"Acorn\"\r\n1,\"Acorn\"\r\n");
    }

    private static String csv(@Nullable Object value) {
        var out = new StringWriter();
        var columns = ExportFormat.columns();
        columns.put("a", value);
        new ExportFormat.Csv(out).row(columns);
        return out.toString().replaceFirst("\"a\"\r\n", "").replaceFirst("\r\n$", "");
    }
}
