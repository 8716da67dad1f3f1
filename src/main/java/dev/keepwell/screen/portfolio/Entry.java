package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Band;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One account as lists show it: what it is, how it stands, what it pays, who looks after it and
/// how much it uses.
public record Entry(
        AccountId account,
        String reference,
        String name,
        Traits traits,
        Standing standing,
        Revenue revenue,
        Care care,
        Use use) {

    /// What the account is. One that is no customer is listed and has no score.
    public record Traits(
            boolean isCustomer,
            @Nullable String tier,
            @Nullable String segment,
            @Nullable String plan,
            @Nullable String csm) {}

    /// How the account stands on the day of the list, and how it got there.
    ///
    /// The change of thirty days is unknown when one of its ends has no score. The spark holds
    /// thirty scores, in which null is a gap.
    public record Standing(
            Score score,
            @Nullable Double delta30,
            List<Reason> reasons,
            List<@Nullable Double> spark,
            @Nullable Turn turn,
            @Nullable Weakest weakest,
            Makeup makeup) {

        public Standing {
            reasons = List.copyOf(reasons);
            spark = Collections.unmodifiableList(new ArrayList<>(spark));
        }
    }

    /// What the score is made of: the groups that count in it, what judged, and where the account
    /// stood thirty days ago, even if it has left since.
    public record Makeup(List<Part> groups, @Nullable Judge judge, @Nullable Past monthAgo) {

        static final Makeup UNKNOWN = new Makeup(List.of(), null, null);

        public Makeup {
            groups = List.copyOf(groups);
        }
    }

    /// The version of the model, the profile that applied, and all that match, in their order.
    public record Judge(int version, String profile, List<String> matching) {

        public Judge {
            matching = List.copyOf(matching);
        }
    }

    /// A group and its score, unrounded.
    public record Part(String group, double score) {}

    /// A score of the past in its colour; grey has none.
    public record Past(Band band, @Nullable Double published) {}

    /// A score in its colour, or why there is none.
    public sealed interface Score {

        record Scored(double published, Band band, double coverage) implements Score {}

        /// Too little is known.
        record Grey(double coverage) implements Score {}

        /// The account is no customer, or no day was judged yet.
        record NotJudged() implements Score {}
    }

    /// One part of a change, by measure, or by cause alone where it belongs to no measure.
    public record Reason(
            String cause, @Nullable String group, @Nullable String measure, double points) {

        /// What people call it.
        public String title(Catalogue catalogue) {
            if (measure == null) {
                return switch (cause) {
                    case "config" -> "Model change";
                    case "late_data" -> "Late data";
                    case String it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1);
                };
            }
            return catalogue
                    .find(new MetricName(measure))
                    .map(it -> it.meaning().title())
                    .orElse(measure);
        }
    }

    /// The last change of colour in the thirty days.
    public record Turn(Band before, LocalDate on) {}

    /// The group with the lowest score.
    public record Weakest(String group, double score) {}

    /// What the account pays a month in the reporting currency, by how much that moved in the month
    /// so far, what it paid thirty days ago, when its contract is due, and how late its oldest
    /// invoice is.
    public record Revenue(
            @Nullable BigDecimal mrr,
            @Nullable BigDecimal moved,
            @Nullable BigDecimal monthAgo,
            @Nullable LocalDate renewalOn,
            @Nullable Integer overdueDays) {}

    /// How the team sees the account and when it last spoke to it.
    public record Care(
            @Nullable Pulse pulse, Touch touch, @Nullable String sponsor, @Nullable Double nps) {}

    /// The colour somebody set, as long as nobody has set another.
    public record Pulse(Band colour, LocalDate setOn) {}

    /// The last time somebody of the team and somebody of the account were in touch.
    public sealed interface Touch {

        record On(LocalDate day) implements Touch {}

        record Never() implements Touch {}

        record Unknown() implements Touch {}
    }

    /// How much the account uses of what it bought. Unlimited seats have no number.
    public record Use(
            @Nullable Double dauMau, @Nullable Long seatsUsed, @Nullable Long seatsBought) {}
}
