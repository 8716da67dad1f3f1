package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/// What is written down is read back, however it is written.
class RoundTripTest {

    private static final Layout POINT = Layout.plain(Format.CSV);
    private static final Layout COMMA = POINT.with("decimal", "comma");

    @Property(tries = 300)
    void a_number(
            @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(2) BigDecimal number) {
        var english = String.format(Locale.ENGLISH, "$%,.2f", number.abs());
        var german = String.format(Locale.GERMAN, "%,.2f \u20ac", number);

        assertThat(POINT.number(english)).map(BigDecimal::new).hasValue(number.abs());
        assertThat(COMMA.number(german)).map(BigDecimal::new).hasValue(number);
    }

    @Property(tries = 300)
    void a_day(@ForAll @LongRange(min = -25_000, max = 60_000) long number) {
        var day = LocalDate.ofEpochDay(number);
        var parts = new Object[] {day.getYear(), day.getMonthValue(), day.getDayOfMonth()};
        var iso = day.toString();

        assertThat(POINT.with("dates", "day_first").moment("%3$d/%2$d/%1$d".formatted(parts)))
                .isEqualTo(iso);
        assertThat(POINT.with("dates", "month_first").moment("%2$02d-%3$02d-%1$d".formatted(parts)))
                .isEqualTo(iso);
        assertThat(POINT.moment("%1$d.%2$02d.%3$02d".formatted(parts))).isEqualTo(iso);
    }

    @Property(tries = 300)
    void a_table_of_any_text(
            @ForAll @Size(max = 8) List<@From("row") List<String>> rows,
            @ForAll @From("delimiter") char delimiter)
            throws IOException {
        var written = new ArrayList<List<String>>();
        written.add(List.of("a", "b", "c"));
        written.addAll(rows);
        var path = Files.createTempFile("table", ".csv");
        try {
            Files.writeString(path, text(written, delimiter));
            var file = new DataFile("t.csv", path, POINT.delimited(delimiter));

            assertThat(file.first(100))
                    .map(it -> it instanceof Entry.Fields fields ? fields.values() : it)
                    .isEqualTo(rows);
        } finally {
            Files.delete(path);
        }
    }

    @Provide
    Arbitrary<List<String>> row() {
        return Arbitraries.of(',', ';', '\t', '"', '\n', '\r', ' ', 'x', '\u00e9', '\u00a0', '=')
                .list()
                .ofMaxSize(6)
                .map(it -> it.stream().map(String::valueOf).collect(Collectors.joining()))
                .list()
                .ofSize(3);
    }

    @Provide
    Arbitrary<Character> delimiter() {
        return Arbitraries.of(Layout.DELIMITERS);
    }

    /// As RFC 4180 says, with each field in quotes.
    private static String text(List<List<String>> rows, char delimiter) {
        return rows.stream()
                .map(row ->
                        row.stream()
                                .map(it -> "\"" + it.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(String.valueOf(delimiter))))
                .collect(Collectors.joining("\r\n"));
    }
}
