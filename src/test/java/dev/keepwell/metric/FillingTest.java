package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.job.Job;
import dev.keepwell.job.JobId;
import dev.keepwell.job.Progress;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.metric.History.Line;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A back-fill keeps of each day what the metric says of it, and goes on where it was cut off.
class FillingTest {

    private static final Instant NOW = Instant.parse("2025-04-20T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.parse("2025-01-20");
    private static final LocalDate LAST = LocalDate.parse("2025-03-10");
    private static final MetricName NAME = new MetricName("usage_frequency");
    private static final Metric METRIC = Catalogue.packaged().named(NAME.value());

    private static final Map<String, String> GIVEN =
            Map.of(
                    "fact.account",
                    """
                    account_id | counts_as_logo
                    acorn      | true
                    bay        | true
                    """,
                    "fact.first_paid",
                    "account_id | day_number\n",
                    "fact.user_day",
                    "account_id | user_id | day_number\n",
                    "fact.account_day",
                    """
                    account_id | day_number             | events
                    acorn      | 2025-01-01..2025-01-31 | 1
                    acorn      | 2025-02-10..2025-02-14 | 1
                    bay        | 2025-03-01             | 1
                    """);

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private History history;
    private Filling filling;
    private Lake lake;

    /// Hears how far it is, and may stop it.
    private record Ear(List<LocalDate> heard, LocalDate cutOff) implements Filling.Listener {

        static Ear patient() {
            return new Ear(new ArrayList<>(), LocalDate.MAX);
        }

        @Override
        public void did(LocalDate last, long days) {
            if (!last.isBefore(cutOff)) {
                throw new IllegalStateException("cut off");
            }
            heard.add(last);
        }

        @Override
        public Progress progress() {
            return new Progress() {
                @Override
                public void report(String json) {}

                @Override
                public void hold(Session session) {}
            };
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var workspaces = new Workspaces(database, clock);
        workspaces.create(workspace, "Given");
        lake = new Lake(folder.resolve("lake"));
        history =
                new History(database, lake, DuckDb.Bounds.SMALL.spilling(folder.resolve("spill")));
        var feeds = List.of(new Feed("usage_event", LocalDate.parse("2025-04-01")));
        Warehouse warehouse = scope -> GivenFacts.open(feeds, scope.days(), GIVEN);
        filling = new Filling(database, warehouse, workspaces, history);
    }

    @Test
    void each_day_is_what_the_metric_says_of_it() {
        var ear = Ear.patient();

        var filled = fill("A", FIRST, LAST, ear);

        assertThat(filled.days()).isEqualTo(50);
        assertThat(ear.heard()).isSorted().last().isEqualTo(LAST);
        assertThat(value("acorn", "2025-01-31")).isEqualByComparingTo("30");
        assertThat(value("acorn", "2025-02-28")).isEqualByComparingTo("7");
        assertThat(value("bay", "2025-03-01")).isEqualByComparingTo("1");
        assertThat(value("bay", "2025-02-28")).isZero();
        assertThat(parts()).allMatch(it -> it.startsWith("usage_frequency.2025-0")).hasSize(3);
    }

    @Test
    void who_was_cut_off_goes_on_without_repeating() {
        var whole = lines(() -> fill("A", FIRST, LAST, Ear.patient()));
        var ear = new Ear(new ArrayList<>(), LocalDate.parse("2025-02-20"));
        assertThatThrownBy(() -> fill("B", FIRST, LAST, ear)).hasMessage("cut off");
        var january = files("2025-01");
        assertThat(filling.done(job("B"), METRIC, new Period(FIRST, LAST.plusDays(1))))
                .isEqualTo(12);
        var again = Ear.patient();

        var filled = fill("B", FIRST, LAST, again);

        assertThat(filled.days()).isEqualTo(38);
        assertThat(again.heard()).allMatch(it -> !it.isBefore(LocalDate.parse("2025-02-01")));
        assertThat(files("2025-01")).isEqualTo(january);
        assertThat(lines(() -> {})).isEqualTo(whole);
    }

    @Test
    void other_days_of_the_month_stay() {
        var whole = lines(() -> fill("A", FIRST, LAST, Ear.patient()));

        fill("C", LocalDate.parse("2025-02-10"), LocalDate.parse("2025-02-12"), Ear.patient());

        assertThat(lines(() -> {})).isEqualTo(whole);
    }

    private Filling.Filled fill(String number, LocalDate from, LocalDate to, Ear ear) {
        var order = new MetricBackfill.Order(NAME.value(), from, to, List.of(Grain.ACCOUNT.word()));
        return filling.fill(job(number), METRIC, order, ear);
    }

    private Job job(String number) {
        return new Job(
                new JobId("job_" + number.repeat(26)),
                workspace,
                MetricBackfill.KIND,
                "{}",
                NOW,
                new Job.Queued());
    }

    private List<Line> lines(Runnable before) {
        before.run();
        var days = new Period(FIRST, LAST.plusDays(1));
        return history.of(workspace, NAME, Grain.ACCOUNT, "acorn", days);
    }

    private BigDecimal value(String account, String day) {
        var date = LocalDate.parse(day);
        var days = new Period(date, date.plusDays(1));
        return history.of(workspace, NAME, Grain.ACCOUNT, account, days).stream()
                .filter(it -> it.component().isEmpty())
                .findFirst()
                .orElseThrow()
                .value();
    }

    private List<String> parts() {
        return files("").stream().map(LakeFile::part).toList();
    }

    private List<LakeFile> files(String month) {
        return database
                .in(workspace, session -> lake.files(session, workspace, History.DATASET))
                .stream()
                .filter(it -> it.part().contains(month))
                .toList();
    }
}
