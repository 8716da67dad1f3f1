package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Feed;
import dev.keepwell.source.Sighting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final RecordTables TABLES = RecordTables.packaged();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit_price=x           | not_a_number",
                "unit_price=1e9         | not_a_number",
                "unit_price=-1          | negative_amount",
                "unit_price=1.23456     | too_precise",
                "fixed_discount=11      | negative_amount",
                "pct_discount=1.5       | out_of_range",
                "pct_discount=-0.5      | out_of_range",
                "interval_count=0       | out_of_range",
                "interval_count=1.5     | not_an_integer",
                "interval_unit=fortnight| unknown_word",
                "ccy=EURO               | unknown_currency",
                "ccy=                   | missing_value",
                "start_date=2025-02-30  | not_a_date",
                "start_date=01.02.2025  | not_a_date",
                "start_date=0000-01-01  | not_a_date",
                "end_date=2024-12-31    | end_before_start",
                "recorded_at=2026-01-01 | recorded_in_future",
                "segment_id=            | missing_value"
            })
    void a_row_that_breaks_a_rule_is_refused_by_its_name(String change, String reason) {
        assertThatThrownBy(() -> judge("subscription_segment", segment(change)))
                .isInstanceOf(Unfit.class)
                .extracting("reason")
                .isEqualTo(reason);
    }

    @Test
    void two_spellings_of_one_row_are_one_content() {
        var plain = judge("subscription_segment", segment("interval_unit=half_year"));
        var fancy =
                judge(
                        "subscription_segment",
                        segment(
                                "interval_unit=Half-Year",
                                "unit_price=10.00",
                                "ccy=usd",
                                "start_date=2025-01-01T00:00:00"));

        assertThat(fancy.identity()).isEqualTo(plain.identity());
        assertThat(fancy.values()).isEqualTo(plain.values()).contains("1.6667", "half_year");
    }

    @Test
    void an_end_equal_to_the_start_is_an_empty_interval() {
        assertThat(judge("subscription_segment", segment("end_date=2025-01-01")).values())
                .contains("2025-01-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-30,           2025-03-29T23:00:00Z",
        "2025-03-30 12:00,     2025-03-30T10:00:00Z",
        "2025-03-30T12:00:00Z, 2025-03-30T12:00:00Z",
        "2025-03-30T12:00:00.5+05:30, 2025-03-30T06:30:00.500Z",
        "2025-03-30 12:00:00+02, 2025-03-30T10:00:00Z",
    })
    void a_time_without_a_zone_is_one_of_the_workspace(String sent, Instant at) {
        assertThat(new Moments(BERLIN, BERLIN).instant(sent)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, 9999-12-31 23:59:59", "Asia/Tokyo, 9999-12-31T20:00:00Z"})
    void no_zone_carries_a_time_beyond_the_last_year(String zone, String sent) {
        var moments = new Moments(ZoneId.of(zone), ZoneId.of(zone));

        assertThatThrownBy(() -> moments.instant(sent))
                .isInstanceOf(Unfit.class)
                .hasMessageEndingWith("in a year from 1900 to 9999, but got '%s'.".formatted(sent));
        assertThat(moments.day("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(moments.instant("9999-12-31T12:00:00Z").toString()).startsWith("9999-12-31");
    }

    @Test
    void references_are_ids_that_anyone_can_derive() {
        var ids = new Ids(WORKSPACE, TABLES.prefixes());

        assertThat(ids.reference("account", "csv", "A1"))
                .isEqualTo(ids.of("account", "csv", "A1"))
                .isEqualTo(Ids.account(WORKSPACE, "csv", "A1").value())
                .startsWith("acc_");
        assertThat(ids.reference("account", "csv", "ext:crm/A/1"))
                .isEqualTo(ids.of("account", "crm", "A/1"));
    }

    @Test
    void the_parts_of_a_key_cannot_run_into_each_other() {
        var one = List.of("account_id=a/b", "licence_type=c", "valid_from=2025-01-01");
        var other = List.of("account_id=a", "licence_type=b/c", "valid_from=2025-01-01");

        assertThat(judge("seat_entitlement", one).identity().sourceId())
                .isEqualTo("a%2Fb/c/2025-01-01")
                .isNotEqualTo(judge("seat_entitlement", other).identity().sourceId());
    }

    @Test
    void verbs_are_known_by_the_last_step_of_their_address() {
        assertThat(Words.verb("http://adlnet.gov/expapi/verbs/Completed/")).isEqualTo("completed");
    }

    private static List<String> segment(String... changes) {
        var all =
                new ArrayList<>(
                        List.of(
                                "segment_id=S1",
                                "subscription_id=S",
                                "account_id=A1",
                                "unit_price=10",
                                "ccy=USD",
                                "start_date=2025-01-01"));
        for (var change : changes) {
            var column = change.substring(0, change.indexOf('=') + 1);
            all.removeIf(it -> it.startsWith(column));
            all.add(change.strip());
        }
        return all;
    }

    /// Judges a row that is given as `column=value`.
    private static Candidate judge(String table, List<String> cells) {
        var parts = cells.stream().map(it -> it.split("=", 2)).toList();
        var feed =
                new Feed(
                        table + ".csv",
                        "00",
                        table,
                        parts.stream().map(it -> it[0]).toList(),
                        new Feed.Reading(null, false));
        var arrival =
                new Arrival(WORKSPACE, "imp", Desk.NOW, "csv", feed, new Moments(BERLIN, BERLIN));
        var row = new Sighting.Row(2, parts.stream().map(it -> it[1]).toList(), "");
        return new Judge(TABLES.table(table), arrival, new Ids(WORKSPACE, TABLES.prefixes()))
                .judge(row);
    }
}
