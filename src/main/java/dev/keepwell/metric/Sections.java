package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The queries of a metric file by what they answer: accounts first, then each after a line such as
/// `--- groups: why they need one`.
record Sections(Map<String, String> byName) {

    private static final Pattern HEAD = Pattern.compile("(?m)^--- (\\w+)\\b.*$");
    private static final String ACCOUNTS = "accounts";
    private static final String GROUPS = "groups";
    private static final String ROWS = "rows";

    /// The grains whose values no sum of accounts can tell.
    private static final Set<Grain> OTHERS =
            Set.of(Grain.USER, Grain.CHANNEL, Grain.COURSE, Grain.FEATURE);

    static Sections of(String text, Keys keys) {
        var byName = new TreeMap<String, String>();
        var heads = HEAD.matcher(text);
        var name = ACCOUNTS;
        int from = 0;
        while (heads.find()) {
            byName.put(name, text.substring(from, heads.start()).strip());
            name = heads.group(1);
            from = heads.end();
            if (byName.containsKey(name) || !isKnown(name)) {
                throw keys.refused(
                        "the section '--- %s' is not one of groups, user, channel, course, feature,"
                                        .formatted(name)
                                + " rows, each at most once.");
            }
        }
        byName.put(name, text.substring(from).strip());
        return new Sections(byName);
    }

    private static boolean isKnown(String name) {
        return name.equals(GROUPS)
                || name.equals(ROWS)
                || OTHERS.stream().anyMatch(it -> it.word().equals(name));
    }

    Metric.Queries queries(Keys keys) {
        var others = new EnumMap<Grain, String>(Grain.class);
        for (var grain : OTHERS) {
            if (byName.containsKey(grain.word())) {
                others.put(grain, section(grain.word()));
            }
        }
        var evidence =
                new Metric.Evidence(section(ROWS), Folds.parse(keys), keys.words("rows_read"));
        return new Metric.Queries(section(ACCOUNTS), others, section(GROUPS), evidence);
    }

    private String section(String name) {
        return byName.getOrDefault(name, "");
    }

    /// Refuses a metric that promises a grain it has no query for, or reads a fact it never uses.
    void check(Metric metric, Keys keys) {
        for (var grain : metric.rules().per()) {
            if (!answers(metric, grain)) {
                throw keys.refusedAt(
                        "per",
                        "it is asked per %s, but no query answers that; write a section '--- %s'."
                                .formatted(
                                        grain.word(),
                                        OTHERS.contains(grain) ? grain.word() : GROUPS));
            }
        }
        var all = String.join("\n", byName.values());
        used(metric.rules().reads(), all, "reads", keys);
        used(metric.queries().rows().reads(), section(ROWS), "rows_read", keys);
    }

    private boolean answers(Metric metric, Grain grain) {
        if (OTHERS.contains(grain)) {
            return !section(grain.word()).isEmpty();
        }
        var accounts = !section(ACCOUNTS).isEmpty();
        return grain == Grain.ACCOUNT
                ? accounts
                : metric.hasGroupQuery() || (accounts && metric.kind().adds());
    }

    private static void used(List<String> facts, String queries, String key, Keys keys) {
        for (var fact : facts) {
            if (!fact.startsWith("fact.") || !queries.contains(fact)) {
                throw keys.refusedAt(key, "%s %s, but no query uses it.".formatted(key, fact));
            }
        }
    }
}
