package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// The cells are those that the scripts of the pages are held to as well.
class SpreadsheetTextTest {

    private static final Path CELLS = Path.of("src/test/resources/formula-cells.txt");

    /// Written apart from the rule: a blank is whatever shows nothing.
    private static final Pattern RUN =
            Pattern.compile(
                    "(?s)(?:^|.*[\\n\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}\\x{2029}])"
                            + "[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[-=+@|%\\t\\r＝＋－＠｜％].*");

    private static final String SIGNS =
            "=+-@|%\t\r\n'\"＝＋－ ,;aZ09.é\u00a0\u2028\u3000\ufeff\u200b\u0085\u000b\u0007";

    static List<String> cells() throws IOException {
        return Files.readAllLines(CELLS);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_text_that_could_be_a_formula_is_marked_and_no_other(String line) {
        int space = line.lastIndexOf(' ');
        var text = JsonMapper.shared().readValue(line.substring(0, space), String.class);

        var marked = SpreadsheetText.marked(text);

        assertThat(marked).isEqualTo(line.endsWith("formula") ? "'" + text : text);
        assertThat(SpreadsheetText.unmarked(marked)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ufeff=1", "\u200b=1", "a\r=1", "a\u2028 =1", "\u0007=1"})
    void what_shows_nothing_hides_no_formula(String text) {
        assertThat(SpreadsheetText.marked(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "'Tis", "''", "'-12.50", "it's"})
    void an_apostrophe_of_its_own_is_left_alone(String text) {
        assertThat(SpreadsheetText.marked(text)).isEqualTo(text);
        assertThat(SpreadsheetText.unmarked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1", "''=1", "'a\n=1"})
    void an_apostrophe_that_would_pass_for_the_mark_gets_another(String text) {
        assertThat(SpreadsheetText.marked(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetText.unmarked("'" + text)).isEqualTo(text);
    }

    @Test
    void no_cell_of_any_signs_runs_and_each_reads_as_it_was() {
        var random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            var text = text(random);

            var cell = SpreadsheetText.quoted(text);

            var read = CsvReader.builder().ofSingleCsvRecord(cell).getField(0);
            assertThat(SpreadsheetText.unmarked(read)).as(cell).isEqualTo(text);
            var isNumber = read.matches("-?\\d+(\\.\\d+)?");
            assertThat(isNumber || read.startsWith("'") || !RUN.matcher(read).matches())
                    .as("%s", cell)
                    .isTrue();
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
