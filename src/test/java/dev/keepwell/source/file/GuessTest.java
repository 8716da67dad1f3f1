package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir private Path folder;

    @Test
    void the_plain_case_needs_no_word() throws IOException {
        var guess = guess("account_id,name,mrr,since\nA1,Acorn,1200.50,2024-12-31\nA2,Oak,7,\n");

        assertThat(guess.layout()).isEqualTo(Layout.plain(Format.CSV));
        assertThat(guess.notes()).isEmpty();
        assertThat(guess.asks()).isFalse();
        assertThat(guess.columns())
                .containsExactly(
                        new ColumnGuess("account_id", 1, List.of("A1", "A2"), Shape.ID, ""),
                        new ColumnGuess("name", 1, List.of("Acorn", "Oak"), Shape.TEXT, ""),
                        new ColumnGuess("mrr", 1, List.of("1200.50", "7"), Shape.NUMBER, ""),
                        new ColumnGuess(
                                "since", 0.5, List.of("2024-12-31"), Shape.DAY, "yyyy-MM-dd"));
    }

    @Test
    void a_german_export_with_titles_is_understood_and_told() throws IOException {
        var text =
                "Kundenliste\r\n"
                        + "Stand: 31.12.2026\r\n\r\n"
                        + "Nr;Firma;Umsatz;Seit;E-Mail\r\n"
                        + "7;M\u00fcller & S\u00f6hne;1.234,56 \u20ac;01.02.2025;a@a.example\r\n"
                        + "8;Eiche;12,00 \u20ac;31.01.2025;b@oak.example\r\n"
                        + "Summe;;1.246,56 \u20ac;;\r\n";
        var path = Files.write(folder.resolve("a.csv"), text.getBytes(WINDOWS));

        var guess = Guess.of("a.csv", path, Map.of());

        assertThat(guess.layout().toMap())
                .isEqualTo(
                        Map.of(
                                "delimiter", ";",
                                "encoding", "windows-1252",
                                "header", "4",
                                "decimal", "comma",
                                "dates", "day_first"));
        assertThat(guess.notes())
                .containsExactly(
                        "The text is not UTF-8 and is taken as windows-1252. Look at the letters"
                                + " with accents.",
                        "Values stand between semicolons.",
                        "The first 3 lines are a title and were skipped.",
                        "Numbers have a decimal comma, as '1.234,56 \u20ac' in line 5 of 'Umsatz'"
                                + " shows.",
                        "In dates the day comes first, because '31.01.2025' in line 6 of 'Seit' can"
                                + " be read in no other way.",
                        "The last row looks like a total: Summe;;1.246,56 \u20ac;;. It is read as a"
                                + " row.");
        assertThat(guess.columns())
                .extracting(ColumnGuess::shape)
                .containsExactly(Shape.TEXT, Shape.TEXT, Shape.MONEY, Shape.DAY, Shape.EMAIL);
        assertThat(guess.columns().get(3).pattern()).isEqualTo("dd.MM.yyyy");
        assertThat(Shown.rows(new DataFile("a.csv", path, guess.layout())))
                .startsWith("5: 7|M\u00fcller & S\u00f6hne|1.234,56 \u20ac|01.02.2025|a@a.example");
    }

    @Test
    void what_nothing_decides_is_asked() throws IOException {
        var guess = guess("id,mrr,since\n1,\"1,234\",01/02/2025\n2,\"5,678\",03/04/2025\n");

        assertThat(guess.sure()).containsEntry("decimal", Sureness.ASK);
        assertThat(guess.sure()).containsEntry("dates", Sureness.ASK);
        assertThat(guess.layout().decimal()).isEqualTo(DecimalSign.POINT);
        assertThat(guess.layout().dates()).isEqualTo(DateOrder.UNKNOWN);
        assertThat(guess.notes())
                .containsExactly(
                        "'1,234' in line 2 of 'mrr' could be of thousands or a fraction, and no"
                                + " number shows which. The decimal sign was taken as a point; say"
                                + " if it is a comma.",
                        "'01/02/2025' in line 2 of 'since' could be either order, and no date shows"
                                + " which. Say whether the day or the month comes first.");
    }

    @Test
    void what_was_said_is_not_guessed_again() throws IOException {
        var path = Files.writeString(folder.resolve("a.csv"), "id,since\n1,01/02/2025\n");

        var guess = Guess.of("a.csv", path, Map.of("dates", "month_first", "header", "1"));

        assertThat(guess.layout().dates()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(guess.asks()).isFalse();
        assertThat(guess.notes()).isEmpty();
    }

    @Test
    void a_date_far_below_settles_the_order_for_all() throws IOException {
        var text = "id,since\n" + "1,01/02/2025\n".repeat(20_000) + "2,13/02/2025\n";

        assertThat(guess(text).layout().dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(guess(text.replace("13/02", "02/13")).layout().dates())
                .isEqualTo(DateOrder.MONTH_FIRST);
    }

    @Test
    void columns_that_contradict_each_other_are_told() throws IOException {
        var guess = guess("a,b,x,y\n13/01/2025,01/13/2025,\"1,5\",2.5\n");

        assertThat(guess.layout().dates()).isEqualTo(DateOrder.UNKNOWN);
        assertThat(guess.notes())
                .contains(
                        "The day comes first in '13/01/2025' in line 2 of 'a', but the month in"
                                + " '01/13/2025' in line 2 of 'b'. Give each column its format.")
                .anyMatch(it -> it.startsWith("'1,5' in line 2 of 'x' has a decimal comma, but"));
    }

    @Test
    void delimiters_are_told_apart_also_where_each_could_be_one() throws IOException {
        for (char delimiter : Layout.DELIMITERS) {
            var text = "id,name,note\nA1,Acorn,a b\nA2,Oak,c\n".replace(',', delimiter);
            assertThat(guess(text).layout().delimiter()).isEqualTo(delimiter);
        }
        assertThat(guess("name;x;y\na;1,5;2,3\nb;2,5;3,5\n").layout().delimiter()).isEqualTo(';');
        assertThat(guess("x;y;z\n1,5;2,5;3,5\n1,5;2,5;3,5\n").layout().delimiter()).isEqualTo(';');
        assertThat(guess("name,at\na,12:30:00\nb,13:30:00\n").layout().delimiter()).isEqualTo(',');
        assertThat(guess("id,note\n1,\"a;b;c\"\n2,\"d;e;f\"\n").layout().delimiter())
                .isEqualTo(',');
        assertThat(guess("sep=|\na|b,c\n1|2,3\n").layout().with("header", "1").delimiter())
                .isEqualTo('|');
        assertThat(guess("id\nA1\nA;2\n").layout()).isEqualTo(Layout.plain(Format.CSV));
    }

    @Test
    void a_file_without_names_says_so() throws IOException {
        var guess = guess("A1,Acorn,1200,2024-12-31\nA2,Oak,7,2025-01-01\n");

        assertThat(guess.layout().header()).isZero();
        assertThat(guess.columns())
                .extracting(ColumnGuess::name)
                .containsExactly("column_1", "column_2", "column_3", "column_4");
        assertThat(guess.columns().getFirst().samples()).containsExactly("A1", "A2");
        assertThat(guess("id,2024,2025\nA1,5,6\n").layout().header()).isEqualTo(1);
    }

    @Test
    void the_encoding_is_that_of_the_whole_file() throws IOException {
        var long0 = "id,name\n" + "1,Acorn\n".repeat(20_000);

        assertThat(encoding(long0 + "2,M\u00fcller\n", StandardCharsets.UTF_8)).isEqualTo("UTF-8");
        assertThat(encoding(long0 + "2,M\u00fcller\n", WINDOWS)).isEqualTo("windows-1252");
        assertThat(encoding(long0, StandardCharsets.UTF_16LE)).isEqualTo("UTF-16LE");
        assertThat(encoding("\uFEFF" + long0, StandardCharsets.UTF_16BE)).isEqualTo("UTF-16BE");
        assertThat(encoding("\uFEFF" + long0, StandardCharsets.UTF_8)).isEqualTo("UTF-8");
    }

    @Test
    void a_few_bad_bytes_do_not_change_what_the_rest_is() throws IOException {
        var good = "id,name\n1,M\u00fcller\n2,\u00c4hre\n".getBytes(StandardCharsets.UTF_8);
        var bad = "3,B\u00e4r\n".getBytes(WINDOWS);
        var both = new byte[good.length + bad.length];
        System.arraycopy(good, 0, both, 0, good.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);
        var path = Files.write(folder.resolve("a.csv"), both);

        var guess = Guess.of("a.csv", path, Map.of());

        assertThat(guess.notes())
                .containsExactly("The text is UTF-8, but for 1 bytes. Their lines are set aside.");
        assertThat(Shown.rows(new DataFile("a.csv", path, guess.layout())))
                .endsWith("4: not_utf8 <3,B\uFFFDr>");
    }

    @Test
    void a_file_that_nobody_can_read_is_refused() {
        assertThatThrownBy(() -> Guess.of("a.pdf", folder.resolve("a.pdf"), Map.of()))
                .hasMessage(
                        "a.pdf  A file ends with one of .csv, .tsv, .txt, .jsonl, .ndjson,"
                                + " .parquet, .xlsx. Rename or convert it.");
    }

    private String encoding(String text, Charset encoding) throws IOException {
        var path = Files.write(folder.resolve("a.csv"), text.getBytes(encoding));
        var guess = Guess.of("a.csv", path, Map.of());
        assertThat(guess.columns()).extracting(ColumnGuess::name).containsExactly("id", "name");
        return guess.layout().encoding().name();
    }

    private Guess guess(String text) throws IOException {
        return Guess.of("a.csv", Files.writeString(folder.resolve("a.csv"), text), Map.of());
    }
}
