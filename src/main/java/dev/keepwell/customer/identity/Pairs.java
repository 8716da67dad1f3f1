package dev.keepwell.customer.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// The pairs found so far, each with its strongest reason.
final class Pairs {

    /// So many of one domain or name are a reseller or a placeholder: each is held against the
    /// first alone, or the pairs would grow with the square.
    private static final int ALIKE_MAX = 20;

    private final Map<List<String>, Pair> found = new LinkedHashMap<>();

    void add(Pair pair) {
        found.merge(List.of(pair.first(), pair.second()), pair, Pair::stronger);
    }

    Collection<Pair> all() {
        return List.copyOf(found.values());
    }

    /// Each two of those that have something in common.
    static <T> void each(Collection<List<T>> blocks, BiConsumer<T, T> compare) {
        for (var block : blocks) {
            var all = new ArrayList<>(block);
            int first = all.size() > ALIKE_MAX ? 1 : all.size();
            for (int i = 0; i < first; i++) {
                for (int j = i + 1; j < all.size(); j++) {
                    compare.accept(all.get(i), all.get(j));
                }
            }
        }
    }
}
