package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("window", "reads", "bounds");

    @Test
    void the_word_that_was_probably_meant_is_named() {
        assertThat(Suggestion.forWord("windows", KNOWN)).isEqualTo(" Did you mean 'window'?");
    }

    @Test
    void a_word_like_none_gets_no_suggestion() {
        assertThat(Suggestion.forWord("colour", KNOWN)).isEmpty();
    }
}
