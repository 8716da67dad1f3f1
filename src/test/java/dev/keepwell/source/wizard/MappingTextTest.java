package dev.keepwell.source.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The mapping that follows from what was decided.
class MappingTextTest {

    private static final FileKinds KINDS = FileKinds.packaged();
    private static final Map<String, String> SAME =
            Map.of("currency", "EUR", "today", "2026-06-30", "nps", "nps");

    @Test
    void what_was_clicked_is_a_mapping_file() {
        var draft =
                draft(
                        List.of(
                                Choice.of("Nr \"1\"", "account_id"),
                                Choice.of("Land", "country").reads("Deutchland", "Deutschland"),
                                Choice.of("MRR", "mrr"),
                                Choice.of("Notiz", "")));

        assertThat(MappingText.of(KINDS.named("accounts"), draft, "csv"))
                .isEqualTo(
                        """
                        source: "csv"
                        blank: "keep"
                        files:
                          "kunden.csv":
                            layout: {"delimiter":";"}
                            tables:
                              account:
                                columns:
                                  account_id: {"column":"Nr \\"1\\""}
                                  name: {"column":"Nr \\"1\\""}
                                  country: {"column":"Land",\
                        "values":{"Deutchland":"Deutschland"}}
                              subscription_segment:
                                with: "account"
                                where: {"MRR": present}
                                columns:
                                  segment_id: {"column":"Nr \\"1\\""}
                                  subscription_id: {"column":"Nr \\"1\\""}
                                  account_id: {"column":"Nr \\"1\\""}
                                  unit_price: {"column":"MRR"}
                                  ccy: {"constant":"EUR"}
                                  start_date: {"constant":"2026-06-30"}
                            ignore: ["Notiz"]
                        """);
    }

    @Test
    void months_count_back_from_today_and_who_left_pays_until_then() {
        var text =
                MappingText.of(
                        KINDS.named("accounts"),
                        draft(
                                List.of(
                                        Choice.of("customerID", "account_id"),
                                        Choice.of("tenure", "tenure"),
                                        Choice.of("MonthlyCharges", "mrr"),
                                        Choice.of("Churn", "churned"))),
                        "csv");

        assertThat(text)
                .contains(
                        "start_date: {\"column\":\"tenure\","
                                + "\"as\":{\"months_before\":\"2026-06-30\"}}")
                .contains("\"Yes\":\"2026-06-30\"")
                .contains("\"No\":\"\"");
    }

    private static Draft draft(List<Choice> choices) {
        return new Draft(
                "accounts",
                "kunden.csv",
                Map.of("delimiter", ";"),
                false,
                SAME,
                choices.stream().map(Choice::column).toList(),
                choices);
    }
}
