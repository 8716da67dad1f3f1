package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What values look like is the narrowest shape that fits them all.
class ShapeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- ; -                      | EMPTY",
                "12 ; -3.50 ; - ; 1,204     | NUMBER",
                "1.234,56 € ; $1,200.50     | NUMBER",
                "12 ; n/a                   | TEXT",
                "2026-06-01 ; 2026-06-02    | DAY",
                "01/02/2026 ; 1.2.26        | DAY",
                "2026-06-01T10:00:00Z       | MOMENT",
                "2026-06-01 ; 2026-06-01 10:00 | TEXT",
                "yes ; no ; TRUE            | TRUTH",
                "a@b.example ; c@d.example  | EMAIL",
                "Acorn                      | TEXT"
            })
    void of_the_narrowest_kind(String values, Shape shape) {
        var all =
                Arrays.stream(values.split(";", -1))
                        .map(it -> it.strip().equals("-") ? "" : it)
                        .toList();

        assertThat(Shape.of(all)).isEqualTo(shape);
    }
}
