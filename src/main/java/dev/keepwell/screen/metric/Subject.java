package dev.keepwell.screen.metric;

import dev.keepwell.customer.Account;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.screen.frame.Figures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which metric a page is about, of whom, and as of which day. Without an account it is the company
/// as a whole. `travels` says that somebody asked for the day, who may want to go back.
public record Subject(Metric metric, @Nullable Account account, LocalDate day, boolean travels) {

    public String id() {
        return metric.name().value();
    }

    /// Where a part of the page is fetched.
    public String part(String name) {
        return "/metrics/%s/%s?as_of=%s%s"
                .formatted(id(), name, day, account == null ? "" : "&account=" + account.id());
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
        return account == null ? "All accounts together" : account.name();
    }

    Grain grain() {
        return account == null ? Grain.COMPANY : Grain.ACCOUNT;
    }

    /// Whether the metric has a value of whoever it is about.
    public boolean canBeAsked() {
        return metric.isAskedPer(grain());
    }
}
