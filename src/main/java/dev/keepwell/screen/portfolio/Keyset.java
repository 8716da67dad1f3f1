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
        var regions = regions().map(it -> region(it, where, limit)).toList();
        var union = regions.stream().map(Clause::sql).collect(Collectors.joining(" union all "));
        var values = new ArrayList<Object>();
        regions.forEach(it -> values.addAll(it.values()));
        values.add(limit);
        var first = first().column() + " is null" + (isBackwards() ? " desc, " : ", ");
        return new Clause(
                "select * from (%s) as page order by %s%s limit ?"
                        .formatted(union, first, order(0)),
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

    private Clause region(Region region, Clause where, int limit) {
        var column = first().column();
        var clauses = new ArrayList<>(List.of(where));
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
        var order = order(region == Region.KNOWN ? 0 : 1);
        return new Clause(
                "(select * from screen.portfolio where %s order by %s limit ?)"
                        .formatted(all.sql(), order),
                values);
    }

    /// Says again, so that an index can start there, that nothing before the cursor is wanted.
    private Stream<Clause> bound() {
        var value = cursor == null ? null : cursor.typed(sort).getFirst();
        var sign = isRising(sort.getFirst()) ? " >= ?" : " <= ?";
        return value == null ? Stream.of() : Stream.of(new Clause(first().order() + sign, value));
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
        var further = new Clause(order.field().order() + sign, value);
        return isBackwards()
                ? further
                : Clause.any(List.of(further, new Clause(column + " is null")));
    }

    /// The columns from the `from`-th on, and the id.
    private String order(int from) {
        var columns =
                sort.stream()
                        .skip(from)
                        .map(it ->
                                it.field().order()
                                        + (isRising(it) ? " asc" : " desc")
                                        + (isBackwards() ? " nulls first" : " nulls last"));
        var id = Stream.of(ID + (isIdRising() ? " asc" : " desc"));
        return Stream.concat(columns, id).collect(Collectors.joining(", "));
    }

    private boolean isRising(Order order) {
        return order.isDescending() == isBackwards();
    }

    private boolean isIdRising() {
        return isRising(sort.getFirst());
    }
}
