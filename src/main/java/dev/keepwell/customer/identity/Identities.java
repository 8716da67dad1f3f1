package dev.keepwell.customer.identity;

import dev.keepwell.customer.SourceOrders;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Explains records that several sources tell of.
public final class Identities {

    private final Database database;
    private final Parts parts;

    public Identities(Database database) {
        this.database = database;
        this.parts = new Parts(database);
    }

    /// Of the record that goes by one of our ids, that of a survivor or of a loser.
    public Identity of(WorkspaceId workspace, Kind kind, String id) {
        var whole = parts.whole(workspace, kind, id);
        if (whole.isEmpty()) {
            throw Refusal.unknown(
                    "unknown_" + kind.word(), "There is no %s '%s'.".formatted(kind.word(), id));
        }
        var orders = database.in(workspace, SourceOrders::now);
        var fields =
                whole.getFirst().fields().keySet().stream()
                        .map(it -> field(it, whole, SourceOrders.of(orders, kind.word(), it)))
                        .toList();
        return new Identity(kind, id, whole, fields);
    }

    /// The records by our ids as their sources tell them, for people who compare them.
    public List<Part> parts(WorkspaceId workspace, Kind kind, Collection<String> ids) {
        return parts.of(workspace, kind, ids);
    }

    private static Identity.Field field(String name, List<Part> whole, List<String> order) {
        var believed = new ArrayList<>(whole);
        believed.sort(
                Comparator.comparingInt((Part it) -> place(it, order))
                        .thenComparing(Part::firstKnown)
                        .thenComparing(Part::id));
        var said =
                believed.stream()
                        .map(it ->
                                new Identity.Said(
                                        it.origin().sourceSystem(),
                                        it.origin().sourceId(),
                                        it.fields().get(name)))
                        .toList();
        return said.stream()
                .filter(it -> it.value() != null)
                .findFirst()
                .map(it -> new Identity.Field(name, it.value(), it.source(), said))
                .orElseGet(() -> new Identity.Field(name, null, null, said));
    }

    private static int place(Part part, List<String> order) {
        int place = order.indexOf(part.origin().sourceSystem());
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
