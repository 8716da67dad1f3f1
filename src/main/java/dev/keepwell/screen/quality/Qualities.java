package dev.keepwell.screen.quality;

import dev.keepwell.customer.Completeness;
import dev.keepwell.customer.LooseEnds;
import dev.keepwell.customer.SenderClocks;
import dev.keepwell.customer.identity.Duplicates;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Dependents;
import dev.keepwell.metric.Dependents.Readers;
import dev.keepwell.source.flow.Drift;
import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.SourceTable;
import dev.keepwell.source.flow.Sources;
import dev.keepwell.source.flow.Standing;
import dev.keepwell.source.flow.Unmatched;
import dev.keepwell.warehouse.Orphans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at the data of a workspace from every side.
@Component
public class Qualities {

    private static final int ORPHAN_DAYS = 30;
    private static final int ORPHANS_SHOWN = 100;
    private static final Readers NOBODY = new Readers(List.of(), Map.of());

    private static final Comparator<Standing> WORST_FIRST =
            Comparator.comparing((Standing it) -> !it.isOverdue())
                    .thenComparing(it -> it != Standing.PAUSED)
                    .thenComparing(Comparator.naturalOrder());

    private final Sources sources;
    private final Drift drift;
    private final Records records;
    private final Dependents dependents;
    private final Usage usage;

    Qualities(Sources sources, Drift drift, Records records, Dependents dependents, Usage usage) {
        this.sources = sources;
        this.drift = drift;
        this.records = records;
        this.dependents = dependents;
        this.usage = usage;
    }

    /// What looks at records.
    @Component
    record Records(Completeness completeness, LooseEnds ends, Unmatched unmatched) {}

    /// What takes an engine, or looks at each record beside the others.
    @Component
    record Usage(Orphans orphans, SenderClocks clocks, Duplicates duplicates) {}

    /// What takes a moment longer: events, for which an engine is started, and pairs of records.
    public record Events(
            List<Orphans.Orphan> orphans, List<SenderClocks.Clock> clocks, int duplicates) {}

    public Quality of(WorkspaceId workspace) {
        var all = sources.all(workspace);
        var readers = dependents.byTable();
        return new Quality(
                sources.today(workspace),
                all,
                touched(all, readers),
                fields(records.completeness().of(workspace), readers),
                records.ends().of(workspace),
                records.unmatched().of(workspace),
                drift.changes(workspace));
    }

    public Events events(WorkspaceId workspace) {
        return new Events(
                usage.orphans().of(workspace, ORPHAN_DAYS, ORPHANS_SHOWN),
                usage.clocks().of(workspace, sources.today(workspace)),
                usage.duplicates().count(workspace));
    }

    /// The records of one column whose references are loose.
    public List<LooseEnds.Loose> loose(
            WorkspaceId workspace, String table, String column, int limit) {
        return records.ends().of(workspace, table, column, limit);
    }

    private static List<Quality.Touched> touched(
            List<Source> sources, Map<String, Readers> readers) {
        var byTable = new TreeMap<String, List<SourceTable>>();
        var names = new TreeMap<String, List<String>>();
        for (var source : sources) {
            for (var table : source.tables()) {
                byTable.computeIfAbsent(table.table(), _ -> new ArrayList<>()).add(table);
                names.computeIfAbsent(table.table(), _ -> new ArrayList<>()).add(source.name());
            }
        }
        return byTable.entrySet().stream()
                .map(it ->
                        new Quality.Touched(
                                it.getKey(),
                                worst(it.getValue()),
                                names.getOrDefault(it.getKey(), List.of()),
                                completeUntil(it.getValue()),
                                readers.getOrDefault(it.getKey(), NOBODY).metrics()))
                .toList();
    }

    private static Standing worst(List<SourceTable> tables) {
        return tables.stream().map(SourceTable::standing).min(WORST_FIRST).orElseThrow();
    }

    /// Of several sources the one that is least far, as measures take it.
    private static @Nullable LocalDate completeUntil(List<SourceTable> tables) {
        return tables.stream()
                .flatMap(it -> Stream.ofNullable(it.completeUntil()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Quality.Fields> fields(
            List<Completeness.Table> tables, Map<String, Readers> readers) {
        return tables.stream()
                .map(table -> {
                    var its = readers.getOrDefault(table.name(), NOBODY);
                    return new Quality.Fields(
                            table,
                            table.columns().stream()
                                    .map(it ->
                                            new Quality.Field(
                                                    it, table.records(), its.of(it.name())))
                                    .toList());
                })
                .toList();
    }
}
