package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Portion.Place;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// Writes down what became of each event, and adds it up.
record Outcomes(Session session, Clock clock) {

    /// @param letters of the events that were kept; all others were set aside
    void write(WorkspaceId workspace, Portion portion, Map<Place, Character> letters) {
        var log = new IngestLog(session);
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        var counts = new TreeMap<String, int[]>();
        for (var request : portion.requests()) {
            var outcomes = outcomes(request, letters);
            log.finish(request.seq(), outcomes, at);
            var count = counts.computeIfAbsent(request.source(), _ -> new int["scdpx".length()]);
            outcomes.chars().forEach(it -> count["scdpx".indexOf(it)]++);
        }
        counts.forEach((source, count) -> add(workspace, source, count));
    }

    private static String outcomes(Logged request, Map<Place, Character> letters) {
        var outcomes = new StringBuilder();
        for (int i = 0; i < request.events(); i++) {
            outcomes.append(letters.getOrDefault(new Place(request.seq(), i), 'x').charValue());
        }
        return outcomes.toString();
    }

    private void add(WorkspaceId workspace, String source, int[] count) {
        session.sql()
                .sql(
                        """
                        insert into source.outcome_count as it values (?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, source_system) do update set
                            stored = it.stored + excluded.stored,
                            duplicate = it.duplicate + excluded.duplicate,
                            conflicting = it.conflicting + excluded.conflicting,
                            set_aside = it.set_aside + excluded.set_aside
                        """)
                .params(
                        workspace.value(),
                        source,
                        count[0] + count[1],
                        count[2],
                        count[3],
                        count[4])
                .update();
    }
}
