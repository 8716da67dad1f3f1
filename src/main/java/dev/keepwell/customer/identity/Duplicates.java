package dev.keepwell.customer.identity;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The pairs of records that may be one and about which nobody has decided.
public final class Duplicates {

    /// What the pairs depend on: while none of these moved, they are as they were.
    private static final String MARK =
            """
            select concat_ws(' ',
                (select max(version) from customer.account),
                (select max(version) from customer.contact),
                (select max(version) from customer.merge),
                (select max(version) from customer.precedence),
                (select count(*) from customer.told_apart))
            """;

    private record Found(String mark, List<Pair> pairs) {}

    private final Database database;
    private final Parts parts;
    private final Clock clock;
    private final FreeMail freeMail = FreeMail.packaged();
    private final Map<WorkspaceId, Found> remembered = new ConcurrentHashMap<>();

    public Duplicates(Database database, Clock clock) {
        this.database = database;
        this.parts = new Parts(database);
        this.clock = clock;
    }

    /// How many are open.
    public int count(WorkspaceId workspace) {
        return of(workspace).size();
    }

    /// All that are open, the most certain first.
    public List<Pair> of(WorkspaceId workspace) {
        return database.in(
                workspace,
                session -> {
                    var mark = session.sql().sql(MARK).query(String.class).single();
                    var before = remembered.get(workspace);
                    if (before != null && before.mark().equals(mark)) {
                        return before.pairs();
                    }
                    var found = new Found(mark, find(session));
                    remembered.put(workspace, found);
                    return found.pairs();
                });
    }

    private List<Pair> find(Session session) {
        var records = new KnownRecords(session, freeMail);
        var contacts = records.contacts();
        var apart = ToldApart.all(session);
        return Stream.concat(
                        new AccountMatching(freeMail).of(records.accounts(contacts)).stream(),
                        new ContactMatching().of(contacts).stream())
                .filter(it -> !apart.contains(Set.of(it.first(), it.second())))
                .sorted(
                        Comparator.comparingDouble(Pair::confidence)
                                .reversed()
                                .thenComparing(Pair::first)
                                .thenComparing(Pair::second))
                .toList();
    }

    /// Remembers that two records are not one.
    public void tellApart(WorkspaceId workspace, Kind kind, String one, String other, String by) {
        database.doIn(
                workspace,
                session -> {
                    var first = parts.find(session, kind, one);
                    var second = parts.find(session, kind, other);
                    if (first.equals(second)) {
                        throw Refusal.invalid(
                                "one_record",
                                "'%s' and '%s' are one record. Name two of them."
                                        .formatted(one, other));
                    }
                    var now = clock.instant().atOffset(ZoneOffset.UTC);
                    ToldApart.put(session, workspace, kind, List.of(first, second), now, by);
                });
    }
}
