package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Layout POINT = Layout.plain(Format.CSV);
    private static final Layout COMMA = POINT.with("decimal", "comma");

    @Test
    void a_number_is_read_with_the_decimal_sign_of_its_file() {
        assertThat(COMMA.number("1.234,56")).hasValue("1234.56");
        assertThat(COMMA.number("1\u202f234,56 \u20ac")).hasValue("1234.56");
        assertThat(COMMA.number("EUR 1'234,5")).hasValue("1234.5");
        assertThat(COMMA.number("1.234")).hasValue("1234");
        assertThat(COMMA.number("-0,5")).hasValue("-0.5");
        assertThat(COMMA.number("12,50-")).hasValue("-12.50");
        assertThat(POINT.number("$1,200.50")).hasValue("1200.50");
        assertThat(POINT.number("(12.00)")).hasValue("-12.00");
        assertThat(POINT.number("-$5")).hasValue("-5");
        assertThat(POINT.number("US$ 1,234,567")).hasValue("1234567");
        assertThat(POINT.number("1.234")).hasValue("1.234");
        assertThat(POINT.number("\u22123")).hasValue("-3");
    }

    @Test
    void a_number_with_the_other_sign_is_not_misread() {
        assertThat(COMMA.number("1.5")).isEmpty();
        assertThat(COMMA.number("1,234,567.00")).isEmpty();
        assertThat(POINT.number("1,5")).isEmpty();
        assertThat(POINT.number("1.234,56 \u20ac")).isEmpty();
    }

    @Test
    void what_is_no_number_stays_as_it_is() {
        for (var text :
                new String[] {
                    "abc",
                    "12 %",
                    "1e5",
                    "1,00,000",
                    "INV 12",
                    "(-1)",
                    "1-2",
                    "",
                    "-",
                    "$",
                    "1.2.3",
                    "(1",
                    "12 34"
                }) {
            assertThat(POINT.number(text)).isEqualTo(Optional.of(text));
        }
    }

    @Test
    void a_day_is_read_in_the_order_of_its_file() {
        var day = POINT.with("dates", "day_first");
        var month = POINT.with("dates", "month_first");

        assertThat(day.moment("1/2/2025")).isEqualTo("2025-02-01");
        assertThat(month.moment("1/2/2025")).isEqualTo("2025-01-02");
        assertThat(day.moment("31.12.24")).isEqualTo("2024-12-31");
        assertThat(day.moment("31. 12. 2024")).isEqualTo("2024-12-31");
        assertThat(month.moment("12/31/2024 3:05 PM")).isEqualTo("2024-12-31T15:05:00");
        assertThat(month.moment("12/31/2024, 12:05:09 am")).isEqualTo("2024-12-31T00:05:09");
        assertThat(day.moment("31-12-2024 10:00:00.250 +02:00"))
                .isEqualTo("2024-12-31T10:00:00.250+02:00");
    }

    @Test
    void some_days_need_no_order() {
        var unknown = POINT.with("dates", "unknown");

        assertThat(unknown.moment("2025-02-01")).isEqualTo("2025-02-01");
        assertThat(unknown.moment("2025-02-01T10:00:00Z")).isEqualTo("2025-02-01T10:00:00Z");
        assertThat(unknown.moment("2025-02-01 10:00:00 UTC")).isEqualTo("2025-02-01T10:00:00Z");
        assertThat(unknown.moment("2025/2/1")).isEqualTo("2025-02-01");
        assertThat(unknown.moment("1 Feb 2025")).isEqualTo("2025-02-01");
        assertThat(unknown.moment("Feb 1st, 2025 10:00")).isEqualTo("2025-02-01T10:00:00");
        assertThat(unknown.moment("01-September-2025")).isEqualTo("2025-09-01");
    }

    @Test
    void what_is_no_day_in_that_order_stays_as_it_is() {
        var day = POINT.with("dates", "day_first");

        for (var text :
                new String[] {
                    "12/31/2024",
                    "31.02.2025",
                    "1/2",
                    "1/2/3",
                    "soon",
                    "1.2.2025 25:00",
                    "1.2.2025 13:00 PM",
                    "31/12-2024"
                }) {
            assertThat(day.moment(text)).isEqualTo(text);
        }
        assertThat(POINT.with("dates", "unknown").moment("1/2/2025")).isEqualTo("1/2/2025");
    }

    @Test
    void a_layout_is_written_and_read_in_words() {
        var words =
                Map.of(
                        "delimiter", "tab",
                        "encoding", "windows-1252",
                        "header", "4",
                        "decimal", "comma",
                        "dates", "day_first");

        assertThat(POINT.with(words).toMap()).isEqualTo(words);
        assertThat(POINT.with(POINT.toMap())).isEqualTo(POINT);
        assertThatThrownBy(() -> POINT.with("delimiter", "#"))
                .hasMessage(
                        "A delimiter is one of , ; | : and tab, but got '#'. Write one of them.");
        assertThatThrownBy(() -> POINT.with("decimal", "coma"))
                .hasMessage(
                        "The decimal of a layout is one of point, comma, but got 'coma'."
                                + " Did you mean 'comma'?");
        assertThatThrownBy(() -> POINT.with("sheet", "x"))
                .hasMessageStartingWith("The layout of a file of csv has no 'sheet'.");
        assertThatThrownBy(() -> POINT.with("encoding", "utf-9"))
                .hasMessageStartingWith("There is no encoding 'utf-9'.");
        assertThatThrownBy(() -> POINT.with("header", "-1"))
                .hasMessageStartingWith("A header is the number of its line");
    }
}
