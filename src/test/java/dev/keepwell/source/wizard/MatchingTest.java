package dev.keepwell.source.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.wizard.Matching.Because;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the columns of a file are taken for.
class MatchingTest {

    private static final FileKinds KINDS = FileKinds.packaged();

    @Test
    void german_columns_of_accounts_are_known() {
        var columns =
                List.of(
                        seen("Kundennummer", Shape.ID, "K-1001"),
                        seen("Firma", Shape.TEXT, "Müller GmbH"),
                        seen("Land", Shape.TEXT, "Deutschland"),
                        seen("Kunde seit", Shape.DAY, "31.12.2024"),
                        seen("MRR", Shape.NUMBER, "1.234,50"),
                        seen("Betreuer", Shape.TEXT, "ann"));

        assertThat(matched("accounts", columns))
                .containsExactlyInAnyOrder(
                        "Kundennummer=account_id SYNONYM",
                        "Firma=name SYNONYM",
                        "Land=country SYNONYM",
                        "Kunde seit=customer_since SYNONYM",
                        "MRR=mrr NAME",
                        "Betreuer=csm SYNONYM");
        assertThat(KINDS.likeliest(columns).orElseThrow().name()).isEqualTo("accounts");
    }

    @Test
    void a_name_in_camel_case_or_with_a_unit_is_known() {
        assertThat(matched("accounts", List.of(seen("customerID", Shape.ID, "7590-VHVEG"))))
                .containsExactly("customerID=account_id SYNONYM");
        assertThat(matched("accounts", List.of(seen("MRR (EUR)", Shape.MONEY, "12 €"))))
                .containsExactly("MRR (EUR)=mrr SYNONYM");
    }

    @Test
    void values_alone_tell_an_address_but_no_number() {
        assertThat(matched("contacts", List.of(seen("Spalte 7", Shape.EMAIL, "a@b.de"))))
                .containsExactly("Spalte 7=email VALUES");
        assertThat(matched("accounts", List.of(seen("Spalte 7", Shape.NUMBER, "12")))).isEmpty();
    }

    @Test
    void a_column_whose_values_cannot_be_meant_is_not_taken() {
        assertThat(matched("accounts", List.of(seen("start date", Shape.EMAIL, "a@b.de"))))
                .doesNotContain("start date=customer_since SYNONYM");
    }

    @Test
    void tickets_and_invoices_are_told_apart_by_their_columns() {
        assertThat(
                        KINDS.likeliest(
                                        List.of(
                                                seen("ticket_id", Shape.ID, "1"),
                                                seen("account_id", Shape.ID, "A"),
                                                seen("created_at", Shape.INSTANT, "2025-01-01"),
                                                seen("priority", Shape.TEXT, "low")))
                                .orElseThrow()
                                .name())
                .isEqualTo("tickets");
        assertThat(
                        KINDS.likeliest(
                                        List.of(
                                                seen("invoice_id", Shape.ID, "1"),
                                                seen("account_id", Shape.ID, "A"),
                                                seen("issued_on", Shape.DAY, "2025-01-01"),
                                                seen("total", Shape.MONEY, "12")))
                                .orElseThrow()
                                .name())
                .isEqualTo("invoices");
    }

    @Test
    void a_reason_is_told_in_words() {
        for (var because : Because.values()) {
            assertThat(because.words()).isNotBlank();
        }
    }

    private static List<String> matched(String kind, List<Seen> columns) {
        var told = new ArrayList<String>();
        for (var it : Matching.of(KINDS.named(kind), columns)) {
            told.add("%s=%s %s".formatted(it.column(), it.field(), it.because()));
        }
        return told;
    }

    private static Seen seen(String name, Shape shape, String... samples) {
        return new Seen(name, List.of(samples), 100, shape);
    }
}
