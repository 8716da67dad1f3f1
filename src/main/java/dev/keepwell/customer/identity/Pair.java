package dev.keepwell.customer.identity;

import java.util.Locale;

/// Two records that may be one, and why. A caution says what speaks against it; empty where nothing
/// does. The lesser id comes first.
public record Pair(
        Kind kind,
        Rule rule,
        double confidence,
        String evidence,
        String caution,
        String first,
        String second) {

    /// What made us think so.
    public enum Rule {
        SAME_ID,
        SAME_DOMAIN,
        SAME_NAME,
        LIKE_NAME,
        SAME_EMAIL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What needs nobody's judgement, where a workspace says so.
    private static final double CERTAIN = 0.97;

    static Pair of(Kind kind, Rule rule, double confidence, Why why, String one, String other) {
        var isSorted = one.compareTo(other) < 0;
        return new Pair(
                kind,
                rule,
                confidence,
                why.evidence(),
                why.caution(),
                isSorted ? one : other,
                isSorted ? other : one);
    }

    /// What speaks for a pair, and what against it.
    record Why(String evidence, String caution) {}

    public boolean isCertain() {
        return confidence >= CERTAIN && caution.isEmpty();
    }

    /// Of two reasons for the same pair the stronger counts.
    Pair stronger(Pair other) {
        return other.confidence > confidence ? other : this;
    }
}
