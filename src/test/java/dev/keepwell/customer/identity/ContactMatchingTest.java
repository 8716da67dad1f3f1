package dev.keepwell.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.identity.ContactMatching.KnownContact;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactMatchingTest {

    @Test
    void one_address_at_one_account_is_one_person() {
        var pairs =
                pairs("crm", "acorn", "Ann@Acorn.example", "crm", "acorn", "ann@acorn.example ");

        assertThat(pairs).hasSize(1).allMatch(Pair::isCertain);
        assertThat(pairs.iterator().next().evidence())
                .isEqualTo("Both have the address ann@acorn.example.");
    }

    @Test
    void two_sources_with_two_accounts_raise_a_question() {
        var pairs =
                pairs("crm", "acorn", "ann@acorn.example", "desk", "birch", "ann@acorn.example");

        assertThat(pairs).hasSize(1).noneMatch(Pair::isCertain);
        assertThat(pairs.iterator().next().caution()).startsWith("They are at two accounts.");
    }

    @Test
    void one_source_with_two_accounts_means_it() {
        assertThat(pairs("crm", "acorn", "ann@a.example", "crm", "birch", "ann@a.example"))
                .isEmpty();
    }

    @Test
    void a_desk_is_shared_and_nothing_is_no_address() {
        assertThat(pairs("crm", "acorn", "info@a.example", "desk", "acorn", "info@a.example"))
                .hasSize(1)
                .allMatch(it -> it.caution().startsWith("This is the address of a desk"));
        assertThat(pairs("crm", "acorn", "", "desk", "acorn", "")).isEmpty();
        assertThat(pairs("crm", "acorn", "@", "desk", "acorn", "@")).isEmpty();
    }

    private static Collection<Pair> pairs(
            String source,
            String account,
            String email,
            String source2,
            String account2,
            String email2) {
        return new ContactMatching()
                .of(
                        List.of(
                                new KnownContact("p1", source, account, email),
                                new KnownContact("p2", source2, account2, email2)));
    }
}
