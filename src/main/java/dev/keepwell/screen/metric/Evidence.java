package dev.keepwell.screen.metric;

import dev.keepwell.customer.Account;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Bridge;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Trace;
import dev.keepwell.metric.Trails;
import dev.keepwell.screen.frame.Figures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The first rows behind a value, how many there are, and what they amount to.
public record Evidence(List<Row> rows, int total, String check, String reconcile) {

    private static final int SHOWN = 50;
    private static final int DECIMALS = 4;

    static final Evidence NONE = new Evidence(List.of(), 0, "", "");

    public Evidence {
        rows = List.copyOf(rows);
    }

    /// One row. The path is empty where there is no account to open.
    public record Row(
            String side, String amount, String day, String who, String path, String source) {}

    /// What people call the accounts, and sources the records.
    record Names(Map<AccountId, Account> accounts, Map<String, Account.Origin> records) {}

    static Evidence of(
            Trails.Answer answer, @Nullable Bridge bridge, Function<List<Trace>, Names> naming) {
        var all = answer.trail().rows();
        var shown = all.subList(0, Math.min(SHOWN, all.size()));
        var names = naming.apply(shown);
        return new Evidence(
                shown.stream().map(it -> row(it, names)).toList(),
                all.size(),
                check(answer),
                bridge == null ? "" : reconcile(bridge, answer.conventions().currency()));
    }

    /// `5,030.00 + 1,600.00 new − 750.00 contraction = 5,450.00`, with what is left over.
    private static String reconcile(Bridge bridge, String currency) {
        var line = new StringBuilder(Figures.moneyInFull(bridge.opening(), currency));
        for (var step : bridge.steps()) {
            if (step.amount().signum() != 0) {
                line.append(step.amount().signum() < 0 ? " − " : " + ")
                        .append(Figures.moneyInFull(step.amount().abs(), currency))
                        .append(' ')
                        .append(step.name().replace('_', ' '));
            }
        }
        return line.append(" = ")
                .append(Figures.moneyInFull(bridge.closing(), currency))
                .append(", difference ")
                .append(Figures.moneyInFull(bridge.difference(), currency))
                .toString();
    }

    private static String check(Trails.Answer answer) {
        return answer.readings().stream()
                .filter(it -> it.component().isEmpty() && it.value().isPresent())
                .findFirst()
                .map(it -> check(it, answer))
                .orElse("");
    }

    private static String check(Reading reading, Trails.Answer answer) {
        var value =
                ValueCard.text(reading, answer.trail().metric(), answer.conventions().currency());
        if (answer.trail().recomputed("").isEmpty()) {
            return answer.trail().explains(reading)
                    ? "These are what goes into the value, %s.".formatted(value)
                    : "";
        }
        return answer.trail().explains(reading)
                ? "Added up again, these rows make %s, the value.".formatted(value)
                : "These rows do not make the value %s. Please report it.".formatted(value);
    }

    private static Row row(Trace it, Names names) {
        var place = it.place();
        var account = account(place.account(), names);
        return new Row(
                side(it),
                Figures.number(it.amount(), DECIMALS),
                it.day() == null ? "" : Figures.day(it.day()),
                account == null ? Objects.requireNonNullElse(place.account(), "") : account.name(),
                account == null ? "" : "/accounts/" + account.id().value(),
                source(it, names));
    }

    private static @Nullable Account account(@Nullable String id, Names names) {
        return id == null ? null : names.accounts().get(new AccountId(id));
    }

    private static String side(Trace it) {
        var line = it.component().isEmpty() ? it.part() : it.component();
        var word = it.part().equals("value") ? line : it.part();
        return it.label() == null ? word : word + ", " + it.label();
    }

    private static String source(Trace it, Names names) {
        var place = it.place();
        var origin = names.records().get(Objects.requireNonNullElse(place.recordId(), ""));
        var table = Objects.requireNonNullElse(place.recordTable(), "");
        if (origin == null) {
            return table;
        }
        return "%s %s/%s".formatted(table, origin.sourceSystem(), origin.sourceId());
    }

    /// How many rows are not shown.
    public int others() {
        return total - rows.size();
    }
}
