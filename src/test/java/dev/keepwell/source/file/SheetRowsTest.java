package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetRowsTest {

    private static final String NAMES = row("1", text("id") + text("value"));

    @TempDir private Path folder;

    @Test
    void a_cell_is_read_as_the_workbook_shows_it() throws IOException {
        var book =
                new Workbooks()
                        .texts(
                                "<si><t>Acorn &amp; Co</t></si><si><r><t>Oak</t></r><r><t>"
                                        + " Ltd</t></r>"
                                        + "<rPh><t>reading</t></rPh></si><si><t>a_x000A_b</t></si>")
                        .formats(
                                "dd/mm/yyyy",
                                "yyyy\\-mm\\-dd hh:mm:ss",
                                "[$-409]h:mm AM/PM",
                                "0.00")
                        .rows(cells());

        assertThat(Shown.rows(file(book)))
                .containsExactly(
                        "2: 2|Acorn & Co",
                        "3: 3|Oak Ltd",
                        "4: 4|a\nb",
                        "5: 5|0.3",
                        "6: 6|0.29",
                        "7: 7|12345678901234567",
                        "8: 8|0.012",
                        "9: 9|2024-12-31",
                        "10: 10|2024-12-31T14:30:00",
                        "11: 11|12:00:00",
                        "12: 12|45657",
                        "13: 13|true",
                        "14: 14|made",
                        "15: 15|2",
                        "16: formula_without_value <16>",
                        "17: 17|#N/A");
    }

    private static String cells() {
        return NAMES
                + pair(2, "<c t='s'><v>0</v></c>")
                + pair(3, "<c t='s'><v>1</v></c>")
                + pair(4, "<c t='s'><v>2</v></c>")
                + pair(5, "<c><v>0.30000000000000004</v></c>")
                + pair(6, "<c><v>0.28999999999999998</v></c>")
                + pair(7, "<c><v>12345678901234567</v></c>")
                + pair(8, "<c><v>1.2E-2</v></c>")
                + pair(9, "<c s='1'><v>45657</v></c>")
                + pair(10, "<c s='2'><v>45657.604166666664</v></c>")
                + pair(11, "<c s='3'><v>0.5</v></c>")
                + pair(12, "<c s='4'><v>45657</v></c>")
                + pair(13, "<c t='b'><v>1</v></c>")
                + pair(14, "<c t='str'><f>A1</f><v>made</v></c>")
                + pair(15, "<c><f>1+1</f><v>2</v></c>")
                + pair(16, "<c><f>1+1</f></c>")
                + pair(17, "<c t='e'><v>#N/A</v></c>");
    }

    @Test
    void days_are_those_of_the_calendar_of_the_workbook() throws IOException {
        var rows =
                NAMES
                        + pair(2, "<c s='1'><v>1</v></c>")
                        + pair(3, "<c s='1'><v>59</v></c>")
                        + pair(4, "<c s='1'><v>60</v></c>")
                        + pair(5, "<c s='1'><v>61</v></c>")
                        + pair(6, "<c s='1'><v>-1</v></c>");

        assertThat(Shown.rows(file(new Workbooks().formats("d.m.yy").rows(rows))))
                .containsExactly(
                        "2: 2|1900-01-01",
                        "3: 3|1900-02-28",
                        "4: 4|60",
                        "5: 5|1900-03-01",
                        "6: 6|-1");
        assertThat(
                        Shown.rows(
                                file(
                                        new Workbooks()
                                                .formats("d.m.yy")
                                                .countingFrom1904()
                                                .rows(rows))))
                .first()
                .isEqualTo("2: 2|1904-01-02");
    }

    @Test
    void a_row_keeps_its_place_and_its_gaps() throws IOException {
        var book =
                new Workbooks()
                        .rows(
                                row("3", cell("A3", "id") + cell("C3", "name"))
                                        + row("5", cell("C5", "Acorn"))
                                        + row("6", "<c r='A6'/>")
                                        + row("8", cell("A8", "2") + cell("D8", "behind")));

        assertThat(Shown.rows(file(book)))
                .containsExactly("5: ||Acorn", "8: unnamed_column <2,,,behind>");
        assertThat(file(book).columns()).containsExactly("id", "column_2", "name");
    }

    @Test
    void the_first_sheet_that_is_not_hidden_is_read_and_the_rest_is_told() throws IOException {
        var rows = "<sheetData>" + NAMES + pair(2, cell("B2", "x")) + "</sheetData>";
        var merged =
                "<mergeCells count='2'><mergeCell ref='A1:B1'/><mergeCell"
                        + " ref='A3:B3'/></mergeCells>";
        var path =
                new Workbooks()
                        .sheet("Old", "hidden", rows)
                        .sheet("Accounts", "visible", rows + merged)
                        .sheet("Notes", "visible", rows)
                        .write(folder.resolve("a.xlsx"));

        var guess = Guess.of("a.xlsx", path, Map.of());

        assertThat(guess.layout().sheet()).isEqualTo("Accounts");
        assertThat(guess.notes())
                .containsExactly(
                        "The sheet 'Accounts' is read. Not read: Old (hidden), Notes.",
                        "2 merged areas hold their value in the first cell; the other cells are"
                                + " empty.");
        assertThatThrownBy(() -> Guess.of("a.xlsx", path, Map.of("sheet", "Acounts")))
                .hasMessageStartingWith("a.xlsx  The workbook has no sheet 'Acounts'");
    }

    @Test
    void titles_above_the_names_are_skipped_and_told() throws IOException {
        var path =
                new Workbooks()
                        .rows(
                                row("1", text("Report of March"))
                                        + row("3", text("id") + text("mrr"))
                                        + row("4", text("A1") + "<c><v>5</v></c>"))
                        .write(folder.resolve("a.xlsx"));

        var guess = Guess.of("a.xlsx", path, Map.of());

        assertThat(guess.layout().header()).isEqualTo(3);
        assertThat(guess.notes())
                .containsExactly("The rows above row 3 are a title and were skipped.");
        assertThat(Shown.rows(new DataFile("a.xlsx", path, guess.layout())))
                .containsExactly("4: A1|5");
    }

    @Test
    void a_workbook_that_unpacks_without_end_is_refused() throws IOException {
        var bomb = folder.resolve("bomb.xlsx");
        var small = new Workbooks().rows(NAMES).write(folder.resolve("small.xlsx"));
        try (var in = new java.util.zip.ZipFile(small.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().contains("sheet1")) {
                    out.write("<worksheet>".getBytes());
                    var noise = ("<a>" + "x".repeat(500_000) + "</a>").getBytes();
                    for (int i = 0; i < 80; i++) {
                        out.write(noise);
                    }
                } else {
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }

        refuses(bomb, "xlsx_too_large");
    }

    @Test
    void one_text_without_end_is_refused_before_it_fills_the_memory() throws IOException {
        refuses(
                new Workbooks()
                        .rows(NAMES + pair(2, text("x".repeat(2_000_000))))
                        .write(folder.resolve("a.xlsx")),
                "xlsx_too_large");
    }

    @Test
    void a_cell_far_to_the_right_costs_its_row_only() throws IOException {
        var book =
                new Workbooks().rows(NAMES + row("2", cell("ZZZZZZZ2", "x")) + pair(3, text("y")));

        assertThat(Shown.rows(file(book))).containsExactly("2: too_many_columns <>", "3: 3|y");
    }

    @Test
    void what_is_no_workbook_is_refused_by_name() throws IOException {
        refuses(Files.writeString(folder.resolve("a.xlsx"), "id,name\n"), "malformed_xlsx");
        refuses(
                new Workbooks().rows("<row><c></row>").write(folder.resolve("a.xlsx")),
                "malformed_xlsx");
        refuses(
                new Workbooks()
                        .rows(NAMES + pair(2, "<c t='s'><v>x</v></c>"))
                        .write(folder.resolve("a.xlsx")),
                "malformed_xlsx");
        refuses(new Workbooks().rows("&bomb;").write(folder.resolve("a.xlsx")), "malformed_xlsx");
    }

    @Test
    void as_many_ampersands_as_there_are_companies_are_no_bomb() throws IOException {
        var rows = new StringBuilder(NAMES);
        for (int i = 2; i < 150_000; i++) {
            rows.append(row(String.valueOf(i), "<c t='inlineStr'><is><t>A&amp;B</t></is></c>"));
        }
        var path = new Workbooks().rows(rows.toString()).write(folder.resolve("a.xlsx"));

        try (var opened = new DataFile("a.xlsx", path, Layout.plain(Format.XLSX)).open()) {
            long read = 0;
            while (opened.read() instanceof Entry.Fields) {
                read++;
            }
            assertThat(read).isEqualTo(149_998);
        }
    }

    private void refuses(Path path, String code) {
        assertThatThrownBy(
                        () -> Shown.rows(new DataFile("a.xlsx", path, Layout.plain(Format.XLSX))))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private DataFile file(Workbooks book) throws IOException {
        return new DataFile(
                "a.xlsx", book.write(folder.resolve("a.xlsx")), Layout.plain(Format.XLSX));
    }

    private static String pair(int line, String cell) {
        return row(String.valueOf(line), "<c><v>%d</v></c>".formatted(line) + cell);
    }

    private static String row(String number, String cells) {
        return "<row r='%s'>%s</row>".formatted(number, cells);
    }

    private static String cell(String place, String text) {
        return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(place, text);
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>%s</t></is></c>".formatted(text);
    }
}
