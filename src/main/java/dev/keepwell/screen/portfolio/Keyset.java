package dev.keepwell.screen.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The SQL that finds a page by where the one before ended, and not by counting rows.
///
/// Rows whose first column is known are looked for first, those where it is unknown after them,
/// each along one index whose last column is the account's id. So the id follows the direction of
/// the first column, and one index serves both directions of a sort.
record Keyset(List<Order> sort, @Nullable Cursor cursor) {

    private static final String ID = "account_id";

    private enum Region {
        KNOWN,
        UNKNOWN
    }

    /// The rows of a page and one more, in the order in which they are read: backwards when the
    /// page lies before the cursor.
    Clause rows(Clause where, int limit) {
        var regions = regions().toList();
        var near = region(regions.getFirst(), where, Clause.ALL, limit);
        var values = new ArrayList<>(near.values());
        var rest = "";
        if (regions.size() > 1) {
            var isNeeded = new Clause("(select count(*) from near) < ?", limit);
            var far = region(regions.getLast(), where, isNeeded, limit);
            rest = " union all (" + far.sql() + ")";
            values.addAll(far.values());
        }
        values.add(limit);
        return new Clause(
                """
                with near as materialized (%s)
                select * from (select * from near%s) as page
                order by %s is null%s, %s limit ?
                """
                        .formatted(
                                near.sql(),
                                rest,
                                first().column(),
                                isBackwards() ? " desc" : "",
                                order(sort)),
                values);
    }

    boolean isBackwards() {
        return cursor != null && cursor.isBefore();
    }

    private Field first() {
        return sort.getFirst().field();
    }

    /// A cursor among the known has no business with the unknown that lie behind it, and the other
    /// way round.
    private Stream<Region> regions() {
        if (cursor == null) {
            return Stream.of(Region.KNOWN, Region.UNKNOWN);
        }
        var isAmongKnown = cursor.values().getFirst() != null;
        if (isBackwards()) {
            return isAmongKnown ? Stream.of(Region.KNOWN) : Stream.of(Region.UNKNOWN, Region.KNOWN);
        }
        return isAmongKnown ? Stream.of(Region.KNOWN, Region.UNKNOWN) : Stream.of(Region.UNKNOWN);
    }

    /// `isNeeded` is looked at once, before any row is.
    private Clause region(Region region, Clause where, Clause isNeeded, int limit) {
        var column = first().column();
        var clauses = new ArrayList<>(List.of(isNeeded, where));
        switch (region) {
            case KNOWN -> {
                clauses.add(new Clause(column + " is not null"));
                bound().forEach(clauses::add);
            }
            case UNKNOWN -> clauses.add(new Clause(column + " is null"));
        }
        if (cursor != null) {
            clauses.add(beyond(cursor.typed(sort)));
        }
        var all = Clause.all(clauses);
        var values = new ArrayList<>(all.values());
        values.add(limit);
        return new Clause(
                "select * from screen.portfolio where %s order by %s limit ?"
                        .formatted(all.sql(), order()),
                values);
    }

    /// Nothing is said of where nulls stand in the first column, of which a region has none or has
    /// nothing else: so the index of that column has the order, whichever way it is read. By the id
    /// alone, the unknown would be looked for among all rows.
    private String order() {
        return first().column()
                + direction(sort.getFirst())
                + ", "
                + order(sort.subList(1, sort.size()));
    }

    /// Says again, so that an index can start there, that nothing before the cursor is wanted.
    private Stream<Clause> bound() {
        var value = cursor == null ? null : cursor.typed(sort).getFirst();
        var sign = isRising(sort.getFirst()) ? " >= ?" : " <= ?";
        return value == null ? Stream.of() : Stream.of(new Clause(first().column() + sign, value));
    }

    /// What comes after the cursor in the direction of reading: the first columns are equal, and
    /// the next one is further on.
    private Clause beyond(List<@Nullable Object> values) {
        var ways =
                IntStream.range(0, sort.size())
                        .mapToObj(i -> equalThen(i, values, further(sort.get(i), values.get(i))));
        var id = new Clause(ID + (isIdRising() ? " > ?" : " < ?"), account());
        var last = equalThen(sort.size(), values, id);
        return Clause.any(Stream.concat(ways, Stream.of(last)).toList());
    }

    private Object account() {
        return cursor == null ? "" : cursor.account();
    }

    private Clause equalThen(int columns, List<@Nullable Object> values, Clause then) {
        var clauses = new ArrayList<Clause>();
        for (int i = 0; i < columns; i++) {
            var column = sort.get(i).field().column();
            var value = values.get(i);
            clauses.add(
                    value == null
                            ? new Clause(column + " is null")
                            : new Clause(column + " = ?", value));
        }
        clauses.add(then);
        return Clause.all(clauses);
    }

    /// Unknown comes last: behind it there is nothing, and before it all that is known.
    private Clause further(Order order, @Nullable Object value) {
        var column = order.field().column();
        if (value == null) {
            return new Clause(isBackwards() ? column + " is not null" : "false");
        }
        var sign = isRising(order) ? " > ?" : " < ?";
        var further = new Clause(column + sign, value);
        return isBackwards()
                ? further
                : Clause.any(List.of(further, new Clause(column + " is null")));
    }

    /// The columns and after them the id.
    private String order(List<Order> columns) {
        var nulls = isBackwards() ? " nulls first" : " nulls last";
        var orders = columns.stream().map(it -> it.field().column() + direction(it) + nulls);
        var id = Stream.of(ID + (isIdRising() ? " asc" : " desc"));
        return Stream.concat(orders, id).collect(Collectors.joining(", "));
    }

    private String direction(Order order) {
        return isRising(order) ? " asc" : " desc";
    }

    private boolean isRising(Order order) {
        return order.isDescending() == isBackwards();
    }

    private boolean isIdRising() {
        return isRising(sort.getFirst());
    }
}
