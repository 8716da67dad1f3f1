package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.util.List;

/// Other rules for some accounts, such as those of a segment or those that just began.
///
/// The file states only what differs; `model` is what that makes of the whole. Profiles are asked
/// in their order, and the first whose clauses all hold applies.
public record Profile(String name, List<Clause> when, String says, Model model) {

    /// The name of no profile: the model itself applies.
    public static final String NONE = "default";

    public Profile {
        Model.checkName("profile", name);
        when = List.copyOf(when);
        if (name.equals(NONE)) {
            throw Refusal.invalid(
                    "model", "'default' is what applies where no profile does. Name it otherwise.");
        }
    }

    public boolean matches(Facts facts) {
        return when.stream().allMatch(it -> it.holds(facts));
    }
}
