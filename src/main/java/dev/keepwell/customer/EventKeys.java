package dev.keepwell.customer;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.CopyText;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Event;
import dev.keepwell.source.event.Keeping.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Lets each message id of a source in once. The database decides, in the transaction that stores
/// the event.
record EventKeys(Session session, WorkspaceId workspace) {

    private static final String STAGE = "arriving_event_key";

    /// What is to become of each event, in their order. The first of an id counts.
    List<Outcome> claim(List<Event> events) {
        var keys = events.stream().map(this::key).toList();
        var contents = new HashMap<UUID, UUID>();
        var firsts = new ArrayList<Integer>();
        for (int i = 0; i < keys.size(); i++) {
            if (contents.putIfAbsent(keys.get(i), events.get(i).id().content()) == null) {
                firsts.add(i);
            }
        }
        var claimed = insert(events, keys, firsts);
        contents.putAll(known(keys, claimed));
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            boolean isFirst = claimed.remove(key);
            boolean isSame = events.get(i).id().content().equals(contents.get(key));
            outcomes.add(
                    isFirst ? Outcome.STORED : isSame ? Outcome.DUPLICATE : Outcome.CONFLICTING);
        }
        return outcomes;
    }

    private Set<UUID> insert(List<Event> events, List<UUID> keys, List<Integer> firsts) {
        session.sql()
                .sql(
                        """
                        create temp table %s (
                            workspace_id text, key uuid, content uuid, day date) on commit drop
                        """
                                .formatted(STAGE))
                .update();
        var text = new CopyText();
        for (int i : firsts) {
            var event = events.get(i);
            text.row(
                    List.of(
                            workspace.value(),
                            keys.get(i).toString(),
                            event.id().content().toString(),
                            LocalDate.ofInstant(event.times().occurredAt(), ZoneOffset.UTC)
                                    .toString()));
        }
        text.into(session, STAGE);
        // Sorted, so that two who bring the same ids wait for each other in one direction only.
        var claimed =
                session.sql()
                        .sql(
                                """
                                insert into customer.event_key
                                select * from %s order by key
                                on conflict do nothing
                                returning key
                                """
                                        .formatted(STAGE))
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        session.sql().sql("drop table " + STAGE).update();
        return new HashSet<>(claimed);
    }

    private Map<UUID, UUID> known(List<UUID> keys, Set<UUID> claimed) {
        var asked = keys.stream().filter(it -> !claimed.contains(it)).distinct();
        var known = new HashMap<UUID, UUID>();
        session.sql()
                .sql("select key, content from customer.event_key where key = any(?)")
                .param(asked.toArray(UUID[]::new))
                .query(row -> {
                    known.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                });
        return known;
    }

    private UUID key(Event event) {
        var id = event.id();
        return Fingerprint.of(workspace.value(), id.source(), id.messageId()).uuid();
    }
}
