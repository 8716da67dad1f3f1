package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.customer.identity.Duplicates;
import dev.keepwell.customer.identity.Identities;
import dev.keepwell.customer.identity.Identity;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.Merge;
import dev.keepwell.customer.identity.MergeOrder;
import dev.keepwell.customer.identity.Merges;
import dev.keepwell.customer.identity.Pair;
import dev.keepwell.customer.identity.Precedence;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {

    private static final Clock CLOCK = Clock.fixed(Desk.NOW, ZoneOffset.UTC);

    @TempDir private Path folder;
    private Desk desk;
    private Merges merges;
    private Duplicates duplicates;
    private Accounts accounts;

    @BeforeEach
    void bring() {
        desk = new Desk(folder);
        merges = new Merges(desk.database, CLOCK);
        duplicates = new Duplicates(desk.database, CLOCK);
        accounts = new Accounts(desk.database);
        hand("crm", "A1,Acorn,acorn.example,SMB", "P1,A1,ann@acorn.example");
        desk.later(Duration.ofHours(1));
        hand("pay", "C9,ACN Ltd,,Enterprise", "Q1,C9,Ann@acorn.example\nQ2,C9,x@gmail.com");
        desk.later(Duration.ofHours(1));
        hand("desk", "D5,Birch,birch.example,", "R1,D5,bo@birch.example");
    }

    @Test
    void accounts_are_matched_by_the_domain_of_their_people_and_people_by_their_address() {
        var found = duplicates.of(desk.workspace);

        assertThat(found).extracting(Pair::kind).containsExactly(Kind.ACCOUNT, Kind.CONTACT);
        assertThat(found).extracting(Pair::confidence).containsExactly(0.85, 0.6);

        merge(Kind.ACCOUNT, "C9", "A1");

        assertThat(duplicates.of(desk.workspace)).hasSize(1).allMatch(Pair::isCertain);

        merge(Kind.CONTACT, "Q1", "P1");

        assertThat(duplicates.count(desk.workspace)).isZero();
    }

    @Test
    void what_was_told_apart_is_not_asked_again_even_after_a_merge() {
        duplicates.tellApart(desk.workspace, Kind.ACCOUNT, "C9", "A1", "ann");
        assertThat(duplicates.of(desk.workspace))
                .extracting(Pair::kind)
                .containsExactly(Kind.CONTACT);

        merge(Kind.ACCOUNT, "A1", "D5");

        assertThat(duplicates.of(desk.workspace))
                .extracting(Pair::kind)
                .doesNotContain(Kind.ACCOUNT);
    }

    @Test
    void merges_follow_one_another_and_come_apart_in_any_order() {
        var first = merge(Kind.ACCOUNT, "C9", "A1");
        var second = merge(Kind.ACCOUNT, "A1", "D5");
        assertThat(name("C9")).isEqualTo("Acorn");
        assertThat(accounts.all(desk.workspace)).hasSize(1);

        merges.undo(desk.workspace, second.id(), "ann");
        assertThat(accounts.all(desk.workspace)).hasSize(2);
        assertThat(name("C9")).isEqualTo("Acorn");

        merges.undo(desk.workspace, first.id(), "ann");
        assertThat(name("C9")).isEqualTo("ACN Ltd");
        assertThat(accounts.all(desk.workspace)).hasSize(3);
    }

    @Test
    void circles_and_second_merges_are_refused() {
        merge(Kind.ACCOUNT, "C9", "A1");

        refused("merge_circle", "A1", "A1");
        refused("merge_circle", "A1", "C9");
        refused("already_merged", "C9", "D5");
        refused("unknown_account", "X", "A1");
        var merge = merge(Kind.ACCOUNT, "D5", "C9");
        assertThat(merge.pairing().survivor()).isEqualTo(id("A1"));
        merges.undo(desk.workspace, merge.id(), "ann");
        assertThatThrownBy(() -> merges.undo(desk.workspace, merge.id(), "ann"))
                .hasMessage("This merge was taken back before.");
        assertThat(merges.list(desk.workspace, 9))
                .extracting(Merge::isInForce)
                .containsExactly(false, true);
    }

    @Test
    void each_field_comes_from_the_source_that_is_believed_for_it() {
        merge(Kind.ACCOUNT, "A1", "C9");
        assertThat(trait("C9")).isEqualTo("Acorn SMB");
        var precedence = new Precedence(desk.database, CLOCK);

        precedence.set(desk.workspace, "account", "segment", List.of("pay"), "ann");
        assertThat(trait("C9")).isEqualTo("Acorn Enterprise");
        precedence.set(desk.workspace, "account", "*", List.of("pay", "crm"), "ann");
        assertThat(trait("C9")).isEqualTo("ACN Ltd Enterprise");
        assertThat(explained()).isEqualTo(trait("C9"));
        precedence.set(desk.workspace, "account", "segment", List.of(), "ann");
        precedence.set(desk.workspace, "account", "*", List.of(), "ann");

        assertThat(trait("C9")).isEqualTo("Acorn SMB");
        assertThat(explained()).isEqualTo(trait("C9"));
        assertThat(precedence.list(desk.workspace)).isEmpty();
        assertThatThrownBy(
                        () -> precedence.set(desk.workspace, "account", "segmnt", List.of(), "ann"))
                .hasMessageEndingWith("Did you mean 'segment'?");
    }

    @Test
    void an_account_tells_what_each_source_says() {
        merge(Kind.ACCOUNT, "C9", "A1");

        var identity = identity("C9");

        assertThat(identity.parts())
                .extracting(it -> it.origin().reference())
                .containsExactly("ext:crm/A1", "ext:pay/C9");
        var name = field(identity, "name");
        assertThat(name.value()).isEqualTo("Acorn");
        assertThat(name.source()).isEqualTo("crm");
        assertThat(name.isDisputed()).isTrue();
        assertThat(name.said())
                .containsExactly(
                        new Identity.Said("crm", "A1", "Acorn"),
                        new Identity.Said("pay", "C9", "ACN Ltd"));
        assertThat(field(identity, "tier").value()).isNull();
    }

    private void hand(String source, String account, String contacts) {
        desk.hand(
                new Order(source, false, null, null, null),
                "account.csv",
                "account_id,name,domain,segment\n" + account + "\n",
                "contact.csv",
                "contact_id,account_id,email\n" + contacts + "\n");
    }

    private Merge merge(Kind kind, String loser, String survivor) {
        return merges.merge(
                desk.workspace,
                new MergeOrder(kind, loser, survivor, MergeOrder.BY_HAND, "ann", "One."));
    }

    private void refused(String code, String loser, String survivor) {
        assertThatThrownBy(() -> merge(Kind.ACCOUNT, loser, survivor))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private Identity identity(String ref) {
        var identities = new Identities(desk.database);
        return identities.of(desk.workspace, Kind.ACCOUNT, id(ref));
    }

    private String explained() {
        var identity = identity("C9");
        return field(identity, "name").value() + " " + field(identity, "segment").value();
    }

    private static Identity.Field field(Identity identity, String name) {
        return identity.fields().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String trait(String ref) {
        var account = accounts.find(desk.workspace, ref).orElseThrow();
        return account.name() + " " + account.traits().segment();
    }

    private String name(String ref) {
        return accounts.find(desk.workspace, ref).orElseThrow().name();
    }

    private String id(String ref) {
        return accounts.find(desk.workspace, ref).orElseThrow().id().value();
    }
}
