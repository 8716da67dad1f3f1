package dev.keepwell.screen.data;

import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.Way;
import java.util.List;
import java.util.Objects;
import org.springframework.web.util.UriUtils;

/// A source, as a page writes it.
public record SourceRow(
        String name,
        String ways,
        String owner,
        boolean isPaused,
        String paused,
        ComingRow whole,
        List<ComingRow> tables,
        String overdue) {

    public SourceRow {
        tables = List.copyOf(tables);
    }

    static SourceRow of(Source it, Clocked.Place place) {
        return new SourceRow(
                it.name(),
                String.join(", ", it.ways().stream().map(Way::title).toList()),
                Objects.requireNonNullElse(it.care().owner(), ""),
                it.care().isPaused(),
                paused(it.care(), place),
                ComingRow.of(it.whole(), place),
                it.tables().stream().map(table -> ComingRow.of(table, place)).toList(),
                it.overdue() == 0
                        ? ""
                        : "%d of %d tables overdue".formatted(it.overdue(), it.tables().size()));
    }

    private static String paused(Source.Care care, Clocked.Place place) {
        var since = care.pausedAt();
        if (since == null) {
            return "";
        }
        var by = care.pausedBy();
        return "Paused since %s%s. Nothing is taken in from it."
                .formatted(place.at(since).exact(), by == null ? "" : " by " + by);
    }

    /// Where a change of it goes.
    public String address() {
        return "/data/sources/" + UriUtils.encodePathSegment(name, "UTF-8");
    }

    public String tablesText() {
        return switch (tables.size()) {
            case 0 -> "none yet";
            case 1 -> tables.getFirst().table();
            default -> tables.size() + " tables";
        };
    }
}
