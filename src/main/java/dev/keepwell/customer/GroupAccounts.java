package dev.keepwell.customer;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Feed;
import dev.keepwell.source.Sighting;
import dev.keepwell.source.Watermarks;
import dev.keepwell.source.event.Event;
import dev.keepwell.workspace.Conventions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Makes accounts of groups that nobody has heard of. Where an account of that id is known,
/// whichever source it is of, the group is that account and none is made.
record GroupAccounts(Session session, WorkspaceId workspace, Conventions conventions) {

    private static final String TABLE = "account";
    private static final String ORIGIN = "events";
    private static final String EXTERNAL = "ext:";
    private static final RecordTables TABLES = RecordTables.packaged();
    private static final JsonMapper JSON = JsonMapper.shared();

    void add(List<Event> events) {
        var groups = new LinkedHashMap<String, Map<String, Event>>();
        for (var event : events) {
            var account = event.who().account();
            if (event.type() == Event.Type.GROUP
                    && account != null
                    && !account.startsWith(EXTERNAL)) {
                groups.computeIfAbsent(event.id().source(), _ -> new LinkedHashMap<>())
                        .merge(account, event, GroupAccounts::named);
            }
        }
        groups.forEach(this::add);
    }

    private static Event named(Event first, Event second) {
        return name(first).isEmpty() ? second : first;
    }

    private void add(String source, Map<String, Event> groups) {
        var known = known(groups.keySet());
        groups.keySet().removeAll(known);
        if (groups.isEmpty()) {
            return;
        }
        var first = groups.values().iterator().next();
        var arrival = arrival(source, first);
        var table = TABLES.table(TABLE);
        var judge = new Judge(table, arrival, new Ids(workspace, TABLES.prefixes()));
        var versions = new Versions(table.kind(), arrival, Map.of());
        groups.forEach((id, event) -> versions.put(dated(judge.judge(row(id, event)), event)));
        new RecordRows(table, arrival).put(session, versions.written());
        new Watermarks().advance(session, workspace, source, TABLE, null);
    }

    /// It is news from the time of the call on, and from no day before.
    private static Candidate dated(Candidate account, Event event) {
        var dates = new Candidate.Dates(event.times().occurredAt(), null, null, null);
        return new Candidate(
                account.line(), account.original(), account.identity(), account.values(), dates);
    }

    private Set<String> known(Set<String> ids) {
        return session.sql()
                .sql(
                        "select source_id from customer.account"
                                + " where source_id = any(?) and superseded_at is null")
                .param(ids.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .set();
    }

    private Arrival arrival(String source, Event event) {
        var zone = conventions.zone();
        return new Arrival(
                workspace,
                ORIGIN,
                event.times().receivedAt(),
                source,
                new Feed(
                        ORIGIN,
                        Fingerprint.of(ORIGIN).hex(),
                        TABLE,
                        List.of("account_id", "name"),
                        new Feed.Reading(null, false)),
                new Moments(zone, zone));
    }

    private static Sighting.Row row(String id, Event event) {
        var name = name(event);
        return new Sighting.Row(0, List.of(id, name.isEmpty() ? id : name), "");
    }

    private static String name(Event event) {
        var traits = JSON.readTree(event.properties());
        var name =
                Objects.requireNonNullElse(
                        traits.get("name"), traits.path("$group_set").path("name"));
        return name.isString() ? name.asString().strip() : "";
    }
}
