package dev.keepwell.screen.portfolio;

import dev.keepwell.postgres.Session;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Adds up the foot of a list, once for each gathering and filter: going over a hundred thousand
/// accounts takes longer than finding a page of them.
@Component
final class Footings {

    private static final int KEPT_MAX = 1_000;

    /// Arrays among the values are equal when they hold the same.
    private record Key(String workspace, long generation, String where, List<Object> values) {}

    private final Map<Key, Totals> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Key, Totals> eldest) {
                            return size() > KEPT_MAX;
                        }
                    });

    /// `asked` is what the foot is kept under, and `where` the same as it is found soonest.
    Totals of(Session session, Gathered gathered, Clause asked, Clause where) {
        var key =
                new Key(
                        gathered.workspace(),
                        gathered.generation(),
                        asked.sql(),
                        asked.values().stream().map(Footings::comparable).toList());
        var known = kept.get(key);
        if (known != null) {
            return known;
        }
        var select = "select " + Totals.COLUMNS + " from screen.portfolio where " + where.sql();
        var totals =
                Portfolio.asking(session, new Clause(select, where.values()))
                        .query((row, _) -> Totals.read(row))
                        .single();
        kept.put(key, Objects.requireNonNull(totals));
        return totals;
    }

    private static Object comparable(Object value) {
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }
}
