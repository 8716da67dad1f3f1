package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// From when until when exclusive rows hold, so that no two of one group hold on the same day.
final class Stretches {

    /// One row's days, half-open. Without an end it goes on.
    record Stretch(String sourceId, LocalDate from, LocalDate to) {

        boolean overlaps(Stretch other) {
            return from.isBefore(to)
                    && other.from.isBefore(other.to)
                    && from.isBefore(other.to)
                    && other.from.isBefore(to);
        }
    }

    private final RecordTable table;
    private final List<String> group;
    private final RecordTable.@Nullable Span span;
    private final Map<String, Integer> places;
    private final Map<List<String>, Map<String, Stretch>> byGroup = new HashMap<>();

    Stretches(RecordTable table) {
        this.table = table;
        this.places = table.places();
        this.group = table.time().exclusive();
        this.span = table.time().span();
    }

    /// Looks up the rows that stand in the groups of the chunk.
    Stretches of(Session session, Collection<Candidate> chunk) {
        if (group.isEmpty() || span == null) {
            return this;
        }
        var first = group.getFirst();
        var firsts = new HashSet<String>();
        chunk.forEach(it -> firsts.add(value(it, first)));
        var columns = new ArrayList<>(group);
        columns.addAll(List.of(span.from(), span.to()));
        session.sql()
                .sql(
                        """
                        select source_id, %s from %s
                        where workspace_id = current_setting('app.workspace') and %s = any(?)
                          and superseded_at is null and deleted_at is null
                        """
                                .formatted(
                                        columns.stream()
                                                .map(RecordRows::quoted)
                                                .collect(Collectors.joining(", ")),
                                        table.sqlName(),
                                        RecordRows.quoted(first)))
                .param(firsts.toArray(String[]::new))
                .query((row, _) -> {
                    var key = new ArrayList<String>();
                    for (int i = 0; i < group.size(); i++) {
                        key.add(String.valueOf(row.getString(i + 2)));
                    }
                    var from = row.getObject(group.size() + 2, LocalDate.class);
                    var to = row.getObject(group.size() + 3, LocalDate.class);
                    return put(
                            key,
                            new Stretch(row.getString(1), from, to == null ? LocalDate.MAX : to));
                })
                .list();
        return this;
    }

    /// The row that holds on some of the same days, if there is one.
    Optional<String> overlapped(Candidate candidate) {
        if (group.isEmpty() || span == null || candidate.dates().deletedAt() != null) {
            return Optional.empty();
        }
        var stretch = stretch(candidate, span);
        return byGroup.getOrDefault(key(candidate), Map.of()).values().stream()
                .filter(it -> !it.sourceId.equals(stretch.sourceId) && it.overlaps(stretch))
                .map(Stretch::sourceId)
                .findFirst();
    }

    Unfit unfit(String overlapped) {
        return new Unfit(
                "overlap",
                "Rows of one %s may not overlap, but %s holds on some of these days too."
                        .formatted(String.join(" and ", group), overlapped));
    }

    void put(Candidate candidate) {
        if (group.isEmpty() || span == null) {
            return;
        }
        if (candidate.dates().deletedAt() == null) {
            put(key(candidate), stretch(candidate, span));
        } else {
            byGroup.getOrDefault(key(candidate), new HashMap<>())
                    .remove(candidate.identity().sourceId());
        }
    }

    private boolean put(List<String> key, Stretch stretch) {
        byGroup.computeIfAbsent(key, _ -> new LinkedHashMap<>()).put(stretch.sourceId, stretch);
        return true;
    }

    private Stretch stretch(Candidate candidate, RecordTable.Span span) {
        var to = value(candidate, span.to());
        return new Stretch(
                candidate.identity().sourceId(),
                LocalDate.parse(value(candidate, span.from())),
                to.equals("null") ? LocalDate.MAX : LocalDate.parse(to));
    }

    private List<String> key(Candidate candidate) {
        return group.stream().map(it -> value(candidate, it)).toList();
    }

    private String value(Candidate candidate, String column) {
        return candidate.value(places.get(column));
    }
}
