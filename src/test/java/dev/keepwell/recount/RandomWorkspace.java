package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.Span;
import dev.keepwell.recount.Comparison.Difference;
import dev.keepwell.recount.Comparison.Expectation;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Many random companies in one workspace, in the product and in the recount. Starting an engine
/// takes longer than most answers, so that one engine serves them all.
final class RandomWorkspace implements AutoCloseable {

    private static final LocalDate ALWAYS = LocalDate.of(2100, 1, 1);
    private static final int STORY_DIFFERENCES = 4;

    private final long seed;
    private final Books books;
    private final Recount recount;
    private final Facts facts;
    private final Comparison comparison;

    private RandomWorkspace(long seed, Books books, Conventions conventions, List<Span> spans) {
        this.seed = seed;
        this.books = books;
        var first = RandomCompany.BIRTH.minusDays(30);
        recount = new Recount(books, conventions, first, RandomCompany.TODAY);
        facts = GivenFacts.open(feeds(), days(spans), new Tables(books).pictures(), conventions);
        comparison = new Comparison(facts, recount);
    }

    /// Companies that pay, and sign contracts.
    static RandomWorkspace paying(long seed, int companies, List<Span> spans) {
        return paying(seed, companies, spans, it -> it);
    }

    /// The same, and some accounts become part of others.
    static RandomWorkspace merging(long seed, int companies, List<Span> spans) {
        return paying(seed, companies, spans, RandomCompany::merging);
    }

    private static RandomWorkspace paying(
            long seed, int companies, List<Span> spans, UnaryOperator<RandomCompany> kind) {
        var books = new Books();
        for (int i = 0; i < companies; i++) {
            books.add(kind.apply(new RandomCompany("c" + i, seed + i)).draw());
        }
        books.rates.addAll(RandomCompany.rates(seed));
        return new RandomWorkspace(seed, books, Conventions.DEFAULT, spans);
    }

    /// Companies whose people use the product, in some zone of the world.
    static RandomWorkspace used(long seed, int companies, List<Span> spans) {
        var books = new Books();
        for (int i = 0; i < companies; i++) {
            books.add(new RandomCompany("c" + i, seed + i).used().draw());
        }
        var dice = new Dice(seed);
        books.meanings.addAll(RandomUsage.meanings(dice));
        books.rates.addAll(RandomCompany.rates(seed));
        var zone =
                dice.oneOf(
                        "UTC",
                        "Europe/Berlin",
                        "America/New_York",
                        "Asia/Tokyo",
                        "Pacific/Auckland");
        return new RandomWorkspace(seed, books, Conventions.of(zone, "USD", 1), spans);
    }

    Recount recount() {
        return recount;
    }

    Facts facts() {
        return facts;
    }

    /// Fails with the first difference and the rows behind it.
    void assertSame(String metric, List<Span> spans, Expectation expectation) {
        var before = comparison.cells();
        var found = comparison.of(metric, spans, expectation);
        assertThat(found.isEmpty()).as(() -> story(found)).isTrue();
        assertThat(comparison.cells()).isGreaterThan(before);
    }

    private String story(List<Difference> found) {
        var rows =
                Stream.of(
                                books.accounts,
                                books.segments,
                                books.managers,
                                books.prices,
                                books.invoices,
                                books.payments,
                                books.credits,
                                books.contracts,
                                books.licences,
                                books.seats)
                        .flatMap(Collection::stream)
                        .map(Object::toString)
                        .filter(it -> it.contains(found.getFirst().entity()))
                        .collect(Collectors.joining("\n"));
        return "seed %d: %d differences\n%s\n%s\n"
                .formatted(
                        seed,
                        found.size(),
                        found.stream()
                                .limit(STORY_DIFFERENCES)
                                .map(Difference::toString)
                                .collect(Collectors.joining("\n")),
                        rows);
    }

    static TreeSet<LocalDate> days(List<Span> spans) {
        var days = new TreeSet<LocalDate>();
        for (var it : spans) {
            days.add(it.asOf());
            days.add(it.period().start().minusDays(1));
            days.add(it.period().lastDay());
        }
        return days;
    }

    private static List<Feed> feeds() {
        return Stream.of(
                        "subscription_segment",
                        "contract",
                        "invoice",
                        "usage_event",
                        "seat_entitlement",
                        "user_account")
                .map(it -> new Feed(it, ALWAYS))
                .toList();
    }

    @Override
    public void close() {
        facts.close();
    }
}
