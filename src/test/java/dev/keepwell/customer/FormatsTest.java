package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.source.Import.Order;
import dev.keepwell.source.file.Workbooks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One table, written in every way there is, is the same records.
class FormatsTest {

    private static final List<String> CREATED = List.of("invoice 2/0/0/0/0");
    private static final List<String> UNCHANGED = List.of("invoice 0/0/2/0/0");

    private static final String MAPPING =
            """
            source: csv
            files:
              rechnungen.txt:
                layout: {encoding: windows-1252}
                tables:
                  invoice:
                    columns:
                      invoice_id: Nr
                      account_id: Konto
                      total: Betrag
                      ccy: {constant: EUR}
                      issued_on: Gestellt
                      due_on: F\u00e4llig
            """;

    @TempDir private Path folder;
    private Desk desk;
    private Path files;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder.resolve("home"));
        desk.hand("account.csv", "account_id,name\nA1,Acorn\n");
        files = Files.createDirectory(folder.resolve("files"));
    }

    @Test
    void the_same_rows_in_every_format_are_the_same_records() throws IOException {
        var names = "invoice_id,account_id,total,ccy,issued_on,due_on\n";
        var rows = "I1,A1,1234.56,EUR,2025-01-02,2025-02-01\nI2,A1,12,EUR,2025-01-13,2025-02-12\n";

        assertThat(handed("invoice.csv", names + rows)).isEqualTo(CREATED);
        assertThat(handed("invoice.tsv", (names + rows).replace(',', '\t'))).isEqualTo(UNCHANGED);
        assertThat(
                        handed(
                                "invoice.txt",
                                "sep=;\n"
                                        + (names + rows)
                                                .replace(',', ';')
                                                .replace("1234.56", "1.234,56 \u20ac")
                                                .replace(";12;", ";12,00 EUR;")))
                .isEqualTo(UNCHANGED);
        assertThat(
                        handed(
                                "invoice.ndjson",
                                """
                                {"invoice_id":"I1","account_id":"A1","total":1234.56,\
                                "ccy":"EUR","issued_on":"2025-01-02","due_on":"2025-02-01"}
                                {"invoice_id":"I2","account_id":"A1","total":12.00,\
                                "ccy":"EUR","issued_on":"2025-01-13","due_on":"2025-02-12"}
                                """))
                .isEqualTo(UNCHANGED);
        assertThat(parquet()).isEqualTo(UNCHANGED);
        assertThat(workbook()).isEqualTo(UNCHANGED);
    }

    @Test
    void a_mapping_reads_a_file_as_it_is_and_tells_what_it_took_it_for() throws IOException {
        var text =
                "Rechnungen\r\n\r\nNr;Konto;Betrag;Gestellt;F\u00e4llig\r\n"
                        + "I1;A1;1.234,56 \u20ac;02.01.2025;01.02.2025\r\n"
                        + "I2;A1;0,50 \u20ac;13.01.2025;12.02.2025\r\n"
                        + "I3;A1;0.50 \u20ac;13.01.2025;12.02.2025\r\n";
        Files.write(
                files.resolve("rechnungen.txt"), text.getBytes(Charset.forName("windows-1252")));
        Files.writeString(files.resolve("readme.txt"), "Made by hand.");

        var result = desk.handFolder(Order.CANONICAL.withMapping("m.yaml", MAPPING), files);

        assertThat(Desk.counts(result)).containsExactly("invoice 2/0/0/0/1");
        assertThat(desk.rows("select reason, detail, original from source.rejection"))
                .containsExactly(
                        "decimal_sign|The decimal sign of this file is a comma, but '0.50 \u20ac'"
                                + " has the other.|I3;A1;0.50 \u20ac;13.01.2025;12.02.2025");
        assertThat(
                        desk.rows(
                                "select total, due_on from customer.invoice"
                                        + " where superseded_at is null order by due_on"))
                .containsExactly("1234.5600|2025-02-01", "0.5000|2025-02-12");
        assertThat(result.notes())
                .contains(
                        "rechnungen.txt: Values stand between semicolons.",
                        "rechnungen.txt: The first 2 lines are a title and were skipped.",
                        "rechnungen.txt: '1.234,56 \u20ac' in line 4 of 'Betrag' has a decimal"
                            + " comma, but '0.50 \u20ac' in line 6 of 'Betrag' a point. The comma"
                            + " was taken; say if it is not.",
                        "readme.txt is no table that can be read and was left alone.");
    }

    private List<String> handed(String name, String text) throws IOException {
        Files.writeString(files.resolve(name), text);
        return taken(name);
    }

    private List<String> taken(String name) throws IOException {
        var counts = Desk.counts(desk.handFolder(Order.CANONICAL, files));
        Files.delete(files.resolve(name));
        return counts;
    }

    private List<String> parquet() throws IOException {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            duck.write(
                    """
                    select 'I1' as invoice_id, 'A1' as account_id, 1234.56 as total,
                        'EUR' as ccy, date '2025-01-02' as issued_on,
                        date '2025-02-01' as due_on
                    union all
                    select 'I2', 'A1', 12, 'EUR', date '2025-01-13', date '2025-02-12'
                    """,
                    files.resolve("invoice.parquet"));
        }
        return taken("invoice.parquet");
    }

    private List<String> workbook() throws IOException {
        new Workbooks()
                .formats("dd.mm.yyyy")
                .rows(
                        row("invoice_id", "account_id", "total", "ccy", "issued_on", "due_on")
                                + row("I1", "A1", "1234.56", "EUR", "45659", "45689")
                                + row("I2", "A1", "12", "EUR", "45670", "45700"))
                .write(files.resolve("invoice.xlsx"));
        return taken("invoice.xlsx");
    }

    private static String row(String... cells) {
        var row = new StringBuilder("<row>");
        for (var cell : cells) {
            if (cell.matches("456..|457..")) {
                row.append("<c s='1'><v>%s</v></c>".formatted(cell));
            } else if (cell.matches("[-\\d.]+")) {
                row.append("<c><v>%s</v></c>".formatted(cell));
            } else {
                row.append("<c t='inlineStr'><is><t>%s</t></is></c>".formatted(cell));
            }
        }
        return row + "</row>";
    }
}
