package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fact that no good score may hide: while every clause holds, the band is `atMost` this. `says`
/// is the reason, `owner` answers for the rule, and from `expiresOn` on it is no longer asked.
public record Cap(
        String name,
        List<Clause> when,
        Band atMost,
        String says,
        @Nullable String owner,
        @Nullable LocalDate expiresOn) {

    public Cap {
        Model.checkName("cap", name);
        when = List.copyOf(when);
        if (atMost != Band.RED && atMost != Band.YELLOW) {
            throw Refusal.invalid(
                    "model_cap", "A cap is at_most yellow or red, but got %s.".formatted(atMost));
        }
    }

    public Cap(String name, List<Clause> when, Band atMost, String says) {
        this(name, when, atMost, says, null, null);
    }

    boolean isActive(Facts facts) {
        return (expiresOn == null || facts.day().isBefore(expiresOn))
                && when.stream().allMatch(it -> it.holds(facts));
    }
}
