package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Bridge;
import dev.keepwell.metric.Readings;
import dev.keepwell.metric.Trace;
import dev.keepwell.metric.Trails;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the rows behind a value, each with the name that its source gives it.
@Component
final class MetricRows {

    private static final int LIMIT_USUAL = 200;
    private static final int LIMIT_MAX = 5_000;

    /// One row: which side of the value it is on, what it adds, and where it comes from.
    record Row(
            String side,
            @Nullable String component,
            BigDecimal amount,
            @Nullable Boolean ended,
            @Nullable String label,
            @Nullable LocalDate day,
            @Nullable String accountId,
            @Nullable String userId,
            @Nullable String featureId,
            @Nullable String table,
            @Nullable String recordId,
            @Nullable String sourceSystem,
            @Nullable String sourceId) {}

    /// What the rows alone amount to.
    record Recomputed(@Nullable String component, BigDecimal value) {}

    /// The line that closes a bridge: opening, each movement with its sign, closing, and what is
    /// left over.
    record Reconciled(
            BigDecimal opening,
            Map<String, BigDecimal> movements,
            BigDecimal closing,
            BigDecimal difference) {

        static Reconciled of(Bridge it) {
            var movements = new LinkedHashMap<String, BigDecimal>();
            it.steps().forEach(step -> movements.put(step.name(), Envelope.plain(step.amount())));
            return new Reconciled(
                    Envelope.plain(it.opening()),
                    movements,
                    Envelope.plain(it.closing()),
                    Envelope.plain(it.difference()));
        }
    }

    /// The values, what their rows amount to, and some of the rows. `total` counts all of them.
    record Answer(
            List<Envelope> values,
            List<Recomputed> recomputed,
            @Nullable Reconciled reconcile,
            List<Row> data,
            int total,
            boolean hasMore,
            @Nullable String nextCursor) {}

    /// Where a reader is: after so many rows, of so many at most.
    record Place(@Nullable Integer limit, @Nullable String cursor) {

        int first() {
            if (cursor == null) {
                return 0;
            }
            if (!cursor.matches("\\d{1,9}")) {
                throw Refusal.invalid(
                        "cursor",
                        "A cursor is the 'next_cursor' of an answer, but got '%s'."
                                .formatted(cursor));
            }
            return Integer.parseInt(cursor);
        }

        int most() {
            var most = limit == null ? LIMIT_USUAL : limit;
            if (most < 1 || most > LIMIT_MAX) {
                throw Refusal.invalid(
                        "limit", "A limit is 1 to %d, but got %d.".formatted(LIMIT_MAX, most));
            }
            return most;
        }
    }

    private final Trails trails;
    private final RowOrigins origins;
    private final EntityNames names;
    private final Clock clock;

    MetricRows(Trails trails, RowOrigins origins, EntityNames names, Clock clock) {
        this.trails = trails;
        this.origins = origins;
        this.names = names;
        this.clock = clock;
    }

    Answer of(WorkspaceId workspace, Readings.Request request, Place place) {
        var first = place.first();
        var most = place.most();
        var answer = trails.of(workspace, request);
        var rows = answer.trail().rows();
        var shown = rows.subList(Math.min(first, rows.size()), Math.min(first + most, rows.size()));
        var hasMore = first + shown.size() < rows.size();
        var paper =
                new Envelope.Paper(
                        answer.trail().metric(),
                        answer.conventions(),
                        names.of(workspace, answer.readings()),
                        answer.knownAt(),
                        clock.instant());
        var known = origins.of(workspace, shown);
        return new Answer(
                answer.readings().stream().map(it -> Envelope.of(it, paper)).toList(),
                recomputed(answer),
                answer.bridge() == null ? null : Reconciled.of(answer.bridge()),
                shown.stream().map(it -> row(it, known)).toList(),
                rows.size(),
                hasMore,
                hasMore ? String.valueOf(first + shown.size()) : null);
    }

    private static List<Recomputed> recomputed(Trails.Answer answer) {
        var trail = answer.trail();
        return new TreeSet<>(trail.rows().stream().map(Trace::component).toList())
                .stream()
                        .flatMap(it -> trail.recomputed(it).stream().map(value -> of(it, value)))
                        .toList();
    }

    private static Recomputed of(String component, BigDecimal value) {
        return new Recomputed(component.isEmpty() ? null : component, Envelope.plain(value));
    }

    private static Row row(Trace it, Map<String, Account.Origin> known) {
        var place = it.place();
        var origin = known.get(Objects.requireNonNullElse(place.recordId(), ""));
        return new Row(
                it.part(),
                it.component().isEmpty() ? null : it.component(),
                Envelope.plain(it.amount()),
                it.ended() ? Boolean.TRUE : null,
                it.label(),
                it.day(),
                place.account(),
                place.user(),
                place.feature(),
                place.recordTable(),
                place.recordId(),
                origin == null ? null : origin.sourceSystem(),
                origin == null ? null : origin.sourceId());
    }
}
