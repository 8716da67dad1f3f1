package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import java.util.List;

/// Who belongs to a group, by date: the relation `member(period_id, entity_id, account_id)`.
///
/// It says from which day until which each account belonged, for metrics that ask about every day.
final class Memberships {

    /// The entity of grain company: there is one.
    static final String COMPANY = "company";

    private static final String AT =
            "dated.start_day <= %s and (dated.end_day is null or dated.end_day > %s)";

    private Memberships() {}

    static void supply(Facts facts, Metric metric, Grain grain) {
        var time =
                switch (metric.rules().members()) {
                    case CLOSING -> AT.formatted("period.end_day - 1", "period.end_day - 1");
                    case OPENING -> AT.formatted("period.start_day - 1", "period.start_day - 1");
                    case DATED -> AT.formatted("period.end_day - 1", "period.start_day - 1");
                };
        switch (grain) {
            case ACCOUNT -> {}
            case COMPANY -> {
                facts.need(List.of("fact.account"));
                facts.derive(
                        "member",
                        """
                        select period.id as period_id, '%s' as entity_id, account.account_id,
                            -2147483648 as start_day, cast(null as integer) as end_day
                        from period cross join fact.account
                        """
                                .formatted(COMPANY));
            }
            case SEGMENT -> dated(facts, "fact.segment_member", "segment", time);
            case CSM -> dated(facts, "fact.ownership", "csm_id", time);
            case TEAM -> dated(facts, "fact.team_ownership", "team_id", time);
            // What is not made of accounts has no members; its query says whom it is about.
            case USER, CHANNEL, COURSE, FEATURE -> {}
        }
    }

    private static void dated(Facts facts, String fact, String entity, String time) {
        facts.need(List.of(fact));
        facts.derive(
                "member",
                """
                select period.id as period_id, dated.%s as entity_id, dated.account_id,
                    dated.start_day, dated.end_day
                from period
                join %s as dated
                    on %s
                """
                        .formatted(entity, fact, time));
    }
}
