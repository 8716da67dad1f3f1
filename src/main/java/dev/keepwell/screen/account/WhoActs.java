package dev.keepwell.screen.account;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who can change what a measure says, which its records tell: a pulse is set by the CSM, and an
/// invoice is paid by the customer. `csm` is whoever looks after the account.
record WhoActs(@Nullable String csm, Catalogue catalogue) {

    String on(MetricName metric) {
        return source(metric).map(this::by).orElse("Nobody named");
    }

    /// Who can connect what a measure lacks.
    String connects(MetricName metric) {
        var tables =
                catalogue.find(metric).map(Metric::rules).map(Metric.Rules::sources).stream()
                        .flatMap(List::stream)
                        .map(it -> String.join(" or ", it))
                        .toList();
        return tables.isEmpty()
                ? "Whoever connects sources"
                : "Whoever connects sources, by sending " + String.join(" and ", tables);
    }

    private Optional<String> source(MetricName metric) {
        return catalogue.find(metric).stream()
                .flatMap(it -> it.rules().sources().stream())
                .flatMap(List::stream)
                .findFirst();
    }

    private String by(String table) {
        var person = csm == null ? "The CSM, once there is one" : csm + " (CSM)";
        return switch (table) {
            case "pulse", "touch", "contact", "csm_assignment" -> person;
            case "outcome_measurement", "outcome_goal", "onboarding", "milestone" ->
                    person + ", with the customer";
            case "usage_event", "usage_daily", "feature", "seat_entitlement", "user_account" ->
                    "The customer's users, with " + person;
            case "survey_response", "survey_send", "sentiment_obs" ->
                    "The people who answer at the customer";
            case "advocacy_event" -> "Marketing, with the customer";
            case "ticket" -> "Support";
            case "learning_record", "enrolment" -> "Training, with the customer's users";
            case "invoice", "invoice_payment", "subscription_segment", "contract" ->
                    "Finance, with the customer";
            default -> person;
        };
    }
}
