package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void both_forms_say_the_same() {
        var expected =
                new DatabaseUrl("jdbc:postgresql://db.example:6432/app?ssl=true", "ann", "s+ c@t");

        assertThat(DatabaseUrl.parse("postgres://ann:s+%20c%40t@db.example:6432/app?ssl=true"))
                .isEqualTo(expected);
        assertThat(
                        DatabaseUrl.parse(
                                "jdbc:postgresql://db.example:6432/app"
                                        + "?user=ann&ssl=true&password=s+%20c%40t"))
                .isEqualTo(expected);
    }

    @Test
    void the_password_is_not_printed() {
        var url = DatabaseUrl.parse("postgres://ann:secret@db/app");

        assertThat(url).hasToString("jdbc:postgresql://db/app as ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://a:b@c/d", "postgres://db/app", "postgres://ann@db/app", "x"})
    void another_form_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> DatabaseUrl.parse(text))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo("database_url"));
    }
}
