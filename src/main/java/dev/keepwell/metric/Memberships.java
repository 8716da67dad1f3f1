package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import java.util.List;

/// Who belongs to a group, by date: the relation `member(period_id, entity_id, account_id)`.
final class Memberships {

    /// The entity of grain company: there is one.
    static final String COMPANY = "company";

    private Memberships() {}

    static void supply(Facts facts, Metric metric, Grain grain) {
        var day =
                switch (metric.rules().members()) {
                    case CLOSING -> "period.end_day - 1";
                    case OPENING -> "period.start_day - 1";
                };
        switch (grain) {
            case ACCOUNT -> {}
            case COMPANY -> {
                facts.need(List.of("fact.account"));
                facts.derive(
                        "member",
                        """
                        select period.id as period_id, '%s' as entity_id, account.account_id
                        from period cross join fact.account
                        """
                                .formatted(COMPANY));
            }
            case SEGMENT -> dated(facts, "fact.segment_member", "segment", day);
            case CSM -> dated(facts, "fact.ownership", "csm_id", day);
            case TEAM, USER, CHANNEL, COURSE, FEATURE ->
                    throw new IllegalArgumentException("No members are kept for " + grain.word());
        }
    }

    private static void dated(Facts facts, String fact, String entity, String day) {
        facts.need(List.of(fact));
        facts.derive(
                "member",
                """
                select period.id as period_id, dated.%s as entity_id, dated.account_id
                from period
                join %s as dated
                    on  dated.start_day <= %s
                    and (dated.end_day is null or dated.end_day > %s)
                """
                        .formatted(entity, fact, day, day));
    }
}
