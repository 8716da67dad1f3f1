package dev.keepwell.customer.identity;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Merges what matches exactly without asking, in workspaces that want it. Usually none does: a
/// merge that is wrong mixes the money of two customers.
public final class AutomaticMerging {

    /// Who signs what nobody ordered.
    public static final String AUTHOR = "keepwell";

    private final Database database;
    private final Merges merges;
    private final Duplicates duplicates;
    private final Clock clock;

    public AutomaticMerging(Database database, Merges merges, Duplicates duplicates, Clock clock) {
        this.database = database;
        this.merges = merges;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    public boolean isOn(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select automatic from customer.matching")
                                .query(Boolean.class)
                                .optional()
                                .orElse(false));
    }

    public void set(WorkspaceId workspace, boolean automatic, String by) {
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into customer.matching values (?, ?, ?, ?)
                                        on conflict (workspace_id) do update set
                                            automatic = excluded.automatic,
                                            set_at = excluded.set_at,
                                            set_by = excluded.set_by
                                        """)
                                .params(
                                        workspace.value(),
                                        automatic,
                                        clock.instant().atOffset(ZoneOffset.UTC),
                                        by)
                                .update());
    }

    /// Merges every exact match into the record that was known first. After each one the others are
    /// looked at anew, because what is one now may match what neither did.
    public List<Merge> run(WorkspaceId workspace) {
        var made = new ArrayList<Merge>();
        if (!isOn(workspace)) {
            return made;
        }
        var certain = certain(workspace);
        while (!certain.isEmpty()) {
            var gone = new ArrayList<String>();
            for (var pair : certain) {
                if (!gone.contains(pair.first()) && !gone.contains(pair.second())) {
                    made.add(merge(workspace, pair));
                    gone.add(made.getLast().pairing().loser());
                }
            }
            certain = certain(workspace);
        }
        return made;
    }

    private List<Pair> certain(WorkspaceId workspace) {
        return duplicates.of(workspace).stream().filter(Pair::isCertain).toList();
    }

    private Merge merge(WorkspaceId workspace, Pair pair) {
        var both = List.of(pair.first(), pair.second());
        var survivor =
                new Parts(database)
                        .of(workspace, pair.kind(), both).stream()
                                .min(Comparator.comparing(Part::firstKnown).thenComparing(Part::id))
                                .map(Part::id)
                                .orElse(pair.first());
        var loser = survivor.equals(pair.first()) ? pair.second() : pair.first();
        return merges.merge(
                workspace,
                new MergeOrder(
                        pair.kind(), loser, survivor, pair.rule().word(), AUTHOR, pair.evidence()));
    }
}
