package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A subscription that its source deletes has been paid until then. One whose import is undone has
/// never been.
class UndoneImportTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final Span MARCH =
            new Span(
                    new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)),
                    LocalDate.of(2025, 3, 31),
                    TODAY,
                    false);

    private final ImportedWorkspace workspace = new ImportedWorkspace("Europe/Berlin", "USD");

    @Test
    void an_undone_import_leaves_no_trace_in_any_value() {
        bring("A1", "100");
        var before = values();
        var second = bring("A2", "300");
        assertThat(values()).isNotEqualTo(before);

        workspace.undo(second);

        assertThat(values()).isEqualTo(before);
    }

    @Test
    void the_days_of_what_is_gone_are_judged_again() {
        bring("A1", "100");
        var usage =
                workspace.bring(
                        TODAY,
                        Map.of(
                                "usage_daily.csv",
                                "account_id,user_id,day,event_count\nA1,u1,2025-03-05,3\n"));
        var mark = workspace.mark();
        assertThat(workspace.earliest(mark)).isEmpty();

        workspace.undo(usage);
        // What comes later has a higher number, and does not hide what went.
        workspace.bring(
                TODAY,
                Map.of(
                        "usage_daily.csv",
                        "account_id,user_id,day,event_count\nA1,u1,2025-05-05,3\n"));

        assertThat(workspace.earliest(mark)).contains(LocalDate.of(2025, 3, 4));
    }

    private String bring(String account, String price) {
        return workspace.bring(
                TODAY,
                Map.of(
                        "account.csv",
                        "account_id,name\n%1$s,%1$s\n".formatted(account),
                        "subscription_segment.csv",
                        """
                        segment_id,subscription_id,account_id,unit_price,ccy,start_date,end_date
                        s%1$s,sub%1$s,%1$s,%2$s,USD,2025-01-01,2025-03-15
                        """
                                .formatted(account, price)));
    }

    private List<Reading> values() {
        try (var facts = workspace.open(List.of(MARCH))) {
            return List.of("mrr", "mrr_movement", "customer_churn_rate").stream()
                    .map(Catalogue.packaged()::named)
                    .flatMap(it ->
                            new Evaluation(facts).of(it, Grain.COMPANY, List.of(MARCH)).stream())
                    .toList();
        }
    }
}
