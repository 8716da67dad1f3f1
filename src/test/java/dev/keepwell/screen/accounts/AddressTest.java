package dev.keepwell.screen.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Match;
import dev.keepwell.screen.portfolio.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddressTest {

    @Test
    void an_address_says_only_what_differs_from_its_view() {
        assertThat(address(null, null, null)).hasToString("/accounts");
        assertThat(address("no-touch", null, null)).hasToString("/accounts?view=no-touch");
        assertThat(address("customers", "customer.is(yes)", "-mrr")).hasToString("/accounts");
        assertThat(address(null, "", null)).hasToString("/accounts?f=");
        assertThat(address("no-touch", "touch.never()", "-mrr,score"))
                .hasToString("/accounts?view=no-touch&f=touch.never()&sort=-mrr,score");
    }

    @Test
    void words_of_people_are_encoded_and_those_of_the_grammar_stay_readable() {
        var filter = new Filter(Field.SEGMENT, Match.IS, List.of("a,b & c"));

        assertThat(address(null, null, null).with(List.of(filter)).searching("x y"))
                .hasToString("/accounts?f=segment.is(%22a,b%20%26%20c%22)&q=x%20y");
    }

    @ParameterizedTest
    @EnumSource
    void every_view_can_be_asked(View view) {
        var address = address(view.word(), null, null);

        assertThat(address.isEdited()).isFalse();
        assertThat(address.asked().filters()).isEqualTo(view.filters());
    }

    @Test
    void a_choice_is_added_to_those_of_its_field_and_taken_back_when_picked_again() {
        var address = address(null, "health.in(R)", null);

        var choices = Choices.of(address, Map.of()).sections().getFirst().choices();

        assertThat(choices)
                .extracting(Choices.Choice::address)
                .containsExactly(
                        "/accounts?f=",
                        "/accounts?f=health.in(R,Y)",
                        "/accounts?f=health.in(R,G)",
                        "/accounts?f=health.in(R,N)");
        assertThat(choices)
                .extracting(Choices.Choice::isOn)
                .containsExactly(true, false, false, false);
    }

    @Test
    void another_question_about_a_field_takes_the_place_of_the_first() {
        var address = address(null, "renewal.within(30d)", null);

        var renewal = Choices.of(address, Map.of()).sections().get(1).choices();

        assertThat(renewal.get(1).address()).isEqualTo("/accounts?f=renewal.within(90d)");
        assertThat(renewal.get(0).label()).isEqualTo("Within 30 days");
    }

    @Test
    void a_view_or_column_that_is_none_is_refused_with_those_there_are() {
        assertThatThrownBy(() -> address("no-touches", null, null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Did you mean 'no-touch'?");
        assertThatThrownBy(() -> Column.parse("mrrr")).hasMessageContaining("Did you mean 'mrr'?");
    }

    @Test
    void a_sort_keeps_as_many_columns_as_it_may_have() {
        var five = Order.parse("mrr,score,renewal,touch").stream().toList();

        assertThat(Order.most(five)).hasSize(4);
    }

    private static Address address(
            @Nullable String view, @Nullable String f, @Nullable String sort) {
        return new Address.Wanted(view, null, f, sort, null, null, null, null).address();
    }
}
