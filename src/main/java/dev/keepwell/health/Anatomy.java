package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A score with every step that led to it.
public record Anatomy(
        Judge judge,
        Facts facts,
        List<GroupScore> groups,
        double coverage,
        List<ActiveCap> caps,
        Verdict verdict,
        Hysteresis.State state,
        List<String> warnings) {

    /// Which model judged, by which of its profiles, and the hash of all it looked at.
    public record Judge(String model, int version, String profile, String inputHash) {

        public Judge(String model, int version, String inputHash) {
            this(model, version, Profile.NONE, inputHash);
        }

        /// Whether the other was judged by the same rules.
        public boolean isSame(Judge other) {
            return model.equals(other.model)
                    && version == other.version
                    && profile.equals(other.profile);
        }
    }

    /// A cap whose clauses hold; the binding one set the score.
    public record ActiveCap(String cap, Band atMost, boolean isBinding) {}

    public Anatomy {
        groups = List.copyOf(groups);
        caps = List.copyOf(caps);
        warnings = List.copyOf(warnings);
    }

    public AccountId account() {
        return facts.account();
    }

    public LocalDate day() {
        return facts.day();
    }

    public Band band() {
        return verdict.band();
    }

    /// `OK`, or `INSUFFICIENT_COVERAGE` when there is no score.
    public String status() {
        return switch (verdict) {
            case Verdict.Scored _ -> "OK";
            case Verdict.Grey _ -> "INSUFFICIENT_COVERAGE";
        };
    }

    public Stream<MeasureScore> measures() {
        return groups.stream().flatMap(it -> it.measures().stream());
    }
}
