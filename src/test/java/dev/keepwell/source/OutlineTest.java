package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void a_control_character_is_complained_about_by_its_line() {
        refused("a: 1\nb: x\0y\n", "map.yaml:2  This is not YAML: it has the character U+0000.");
        refused(
                "a: 1\n\nb: \u0007\n",
                "map.yaml:3  This is not YAML: it has the character U+0007.");
    }

    @Test
    void too_much_nesting_is_a_mistake_of_the_file() {
        refused("[".repeat(100) + "]".repeat(100), "map.yaml:1  This is not YAML: Nesting Depth");
    }

    @Test
    void an_unclosed_quote_is_complained_about_by_its_line() {
        refused("a: 1\nb: 'x\n", "map.yaml:3  This is not YAML: found unexpected end of stream.");
    }

    @Test
    void a_text_has_no_character_that_no_column_can_hold() {
        var outline = Outline.of("map.yaml", "a: 1\nb: \"x\\0y\"\n");

        assertThatThrownBy(() -> outline.required("b").text())
                .isInstanceOf(Refusal.class)
                .hasMessage("map.yaml:2  A text cannot have the character U+0000. Remove it.");
    }

    private static void refused(String text, String complaint) {
        assertThatThrownBy(() -> Outline.of("map.yaml", text))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(complaint);
    }
}
