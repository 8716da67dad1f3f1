package dev.keepwell.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.identity.Pair.Rule;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountMatchingTest {

    private static final FreeMail FREE_MAIL = FreeMail.packaged();

    @Test
    void an_id_of_salesforce_is_one_with_15_and_with_18_characters() {
        var pair =
                only(known("crm/0015500000Xyy06", "Acorn"), known("etl/0015500000Xyy06AAB", "X"));

        assertThat(pair.rule()).isEqualTo(Rule.SAME_ID);
        assertThat(pair.isCertain()).isTrue();
        assertThat(pair.evidence()).isEqualTo("crm and etl both call it 0015500000Xyy06AAB.");
    }

    @Test
    void a_short_id_needs_a_name_or_domain_that_agrees() {
        assertThat(pairs(known("crm/A1", "Acorn"), known("billing/A1", "Brightwater"))).isEmpty();

        var pair = only(known("crm/A1", "Acorn"), known("billing/A1", "Acorn Inc."));
        assertThat(pair.rule()).isEqualTo(Rule.SAME_ID);
        assertThat(pair.isCertain()).isFalse();
    }

    @Test
    void one_domain_in_two_sources_is_probably_one_customer() {
        var pair = only(at("crm/1", "Acorn", "acorn.example"), at("pay/2", "ACN", "acorn.example"));

        assertThat(pair.rule()).isEqualTo(Rule.SAME_DOMAIN);
        assertThat(pair.evidence()).isEqualTo("Both have the domain acorn.example.");
        assertThat(pair.caution()).isEmpty();
    }

    @Test
    void several_of_one_source_with_one_domain_may_be_subsidiaries() {
        var pairs =
                pairs(
                        at("crm/1", "Acorn North", "acorn.example"),
                        at("crm/2", "Acorn South", "acorn.example"),
                        at("pay/3", "Acorn Group", "acorn.example"));

        assertThat(pairs).hasSize(3);
        assertThat(pairs)
                .allSatisfy(it -> {
                    assertThat(it.caution())
                            .startsWith("crm has several accounts with this domain");
                    assertThat(it.confidence()).isLessThan(0.5);
                });
    }

    @Test
    void free_mail_names_no_company() {
        assertThat(FREE_MAIL.domains()).hasSizeGreaterThan(300);
        for (var domain : List.of("gmail.com", "web.de", "qq.com", "yahoo.co.jp", "gmx.at")) {
            assertThat(pairs(at("crm/1", "Acorn", domain), at("pay/2", "Birch", domain))).isEmpty();
        }
    }

    @Test
    void a_part_and_its_whole_are_no_duplicates() {
        var whole = at("crm/1", "Acorn", "acorn.example");
        var part =
                new KnownAccount("pay/2", origins("pay/2"), "Acorn", "acorn.example", whole.id());

        assertThat(pairs(whole, part)).isEmpty();
    }

    @Test
    void a_name_alone_is_a_suggestion_and_less_where_domains_differ() {
        var same = only(known("crm/1", "Acorn GmbH"), known("pay/2", "ACORN"));
        assertThat(same.rule()).isEqualTo(Rule.SAME_NAME);
        assertThat(same.isCertain()).isFalse();

        var apart = only(at("crm/1", "Acorn", "acorn.example"), at("pay/2", "Acorn", "acorn.test"));
        assertThat(apart.caution())
                .isEqualTo("Their domains differ: acorn.example and acorn.test.");
        assertThat(apart.confidence()).isLessThan(same.confidence());

        var alike = only(known("crm/1", "Brightwater"), known("pay/2", "Brigthwater"));
        assertThat(alike.rule()).isEqualTo(Rule.LIKE_NAME);
        assertThat(alike.evidence()).contains("98 of 100");
    }

    @Test
    void ten_thousand_accounts_take_seconds() {
        var random = new Random(7);
        var accounts = new ArrayList<KnownAccount>();
        for (int i = 0; i < 5_000; i++) {
            var name = word(random) + " " + word(random);
            accounts.add(at("crm/" + i, name + " Inc.", "d" + i + ".example"));
            accounts.add(at("pay/" + (9_000 + i), name + " LLC", ""));
        }

        var clock = ManagementFactory.getThreadMXBean();
        var begun = clock.getCurrentThreadCpuTime();
        var pairs = new AccountMatching(FREE_MAIL).of(accounts);
        var seconds = (clock.getCurrentThreadCpuTime() - begun) / 1e9;

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(5_000);
        assertThat(seconds).isLessThan(10);
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)));
            word.append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static Pair only(KnownAccount one, KnownAccount other) {
        var pairs = pairs(one, other);
        assertThat(pairs).hasSize(1);
        return pairs.iterator().next();
    }

    private static Collection<Pair> pairs(KnownAccount... accounts) {
        return new AccountMatching(FREE_MAIL).of(List.of(accounts));
    }

    private static KnownAccount known(String origin, String name) {
        return at(origin, name, "");
    }

    private static KnownAccount at(String origin, String name, String domain) {
        return new KnownAccount(origin, origins(origin), name, domain, "");
    }

    private static List<Account.Origin> origins(String origin) {
        var parts = origin.split("/");
        return List.of(new Account.Origin(parts[0], parts[1]));
    }
}
