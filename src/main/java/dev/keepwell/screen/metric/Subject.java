package dev.keepwell.screen.metric;

import static java.util.stream.Collectors.joining;

import dev.keepwell.customer.Account;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.screen.frame.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which metric a page is about, of whom, and as of which day. Without an account it is the company
/// as a whole. `travels` says that somebody asked for the day, who may want to go back. `by` splits
/// the company into groups.
public record Subject(
        Metric metric,
        @Nullable Account account,
        @Nullable Grain by,
        LocalDate day,
        boolean travels) {

    private static final List<Grain> SPLITS =
            List.of(
                    Grain.SEGMENT,
                    Grain.CSM,
                    Grain.TEAM,
                    Grain.CHANNEL,
                    Grain.COURSE,
                    Grain.FEATURE);

    /// A way to split the company, and the page that does.
    public record Split(String name, String address, boolean isShown) {}

    /// The ways in which this metric can be split; none where there is no choice.
    public List<Split> splits() {
        var splits = new ArrayList<Split>();
        if (account != null) {
            return splits;
        }
        if (metric.isAskedPer(Grain.COMPANY)) {
            splits.add(new Split("All together", address(""), by == null));
        }
        for (var grain : SPLITS) {
            if (metric.isAskedPer(grain)) {
                splits.add(
                        new Split(
                                "By " + nameOf(grain), address("by=" + grain.word()), grain == by));
            }
        }
        return splits.size() > 1 || by != null ? splits : List.of();
    }

    private String address(String query) {
        var day = travels ? "as_of=" + this.day : "";
        var all = Stream.of(query, day).filter(it -> !it.isEmpty()).collect(joining("&"));
        return "/metrics/" + id() + (all.isEmpty() ? "" : "?" + all);
    }

    private static String nameOf(Grain grain) {
        return grain == Grain.CSM ? "manager" : grain.word();
    }

    public String id() {
        return metric.name().value();
    }

    /// Where a part of the page is fetched.
    public String part(String name) {
        return "/metrics/%s/%s?as_of=%s%s"
                .formatted(
                        id(),
                        name,
                        day,
                        account != null
                                ? "&account=" + account.id()
                                : by == null ? "" : "&by=" + by.word());
    }

    /// The same page as of the newest day.
    public String live() {
        return "/metrics/" + id() + (account == null ? "" : "?account=" + account.id());
    }

    /// The same page and day with another account.
    public String with(String other) {
        return "/metrics/%s?account=%s%s".formatted(id(), other, travels ? "&as_of=" + day : "");
    }

    public String dayText() {
        return Figures.day(day);
    }

    /// Whose values the line shows.
    public String who() {
        if (account != null) {
            return account.name();
        }
        return by == null ? "All accounts together" : "By " + nameOf(by);
    }

    Grain grain() {
        if (account != null) {
            return Grain.ACCOUNT;
        }
        return by == null ? Grain.COMPANY : by;
    }

    /// Whether the metric has a value of whoever it is about.
    public boolean canBeAsked() {
        return metric.isAskedPer(grain());
    }
}
