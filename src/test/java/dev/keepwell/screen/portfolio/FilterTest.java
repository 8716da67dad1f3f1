package dev.keepwell.screen.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    @Test
    void filters_stand_between_commas() {
        assertThat(Filter.parse("health.in(Y,R),renewal.within(90d), touch.never()"))
                .containsExactly(
                        new Filter(Field.HEALTH, Match.IN, List.of("Y", "R")),
                        new Filter(Field.RENEWAL, Match.WITHIN, List.of("90d")),
                        new Filter(Field.TOUCH, Match.NEVER, List.of()));
        assertThat(Filter.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segment.is(\"Mid, (large)\")",
                "owner.in(ann,\"a \"\"b\"\"\")",
                "owner.is(\" ann\")",
                "mrr.over(1000),customer.is(yes)",
            })
    void what_was_parsed_is_written_the_same(String text) {
        var again = Filter.parse(text).stream().map(Filter::text).collect(Collectors.joining(","));

        assertThat(again).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helth.in(R)            | Did you mean 'health'?",
                "health.within(3d)      | is(…), in(…), not(…), known(), unknown()",
                "health.in(purple)      | R, Y, G and N",
                "pulse.is(N)            | R, Y or G",
                "renewal.within(soon)   | Days are written 30d",
                "score.over(high)       | A number belongs there",
                "score.over(Infinity)   | A number belongs there",
                "customer.is(maybe)     | yes or no",
                "touch.never(1)         | called never()",
                "renewal.within()       | called within(…)",
                "owner.in(ann,)         | empty or lacks its quotes",
                "owner.is(a\"b)         | cannot be used",
                "sponsor.is(\"\")        | An argument is empty",
                "health                 | written like",
            })
    void a_filter_that_means_nothing_is_refused_with_its_place_and_the_words_there_are(
            String text, String part) {
        assertThatThrownBy(() -> Filter.parse("tier.is(high_touch)," + text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(text.substring(0, 4))
                .hasMessageContaining(part);
    }

    @Test
    void a_sort_names_fields_once_and_the_greatest_first_with_a_minus() {
        assertThat(Order.parse("-mrr,score"))
                .containsExactly(new Order(Field.MRR, true), new Order(Field.SCORE, false));
        assertThatThrownBy(() -> Order.parse("mrr,-mrr")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Order.parse("scor")).hasMessageContaining("'score'");
    }
}
