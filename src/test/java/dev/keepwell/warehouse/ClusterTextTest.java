package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The catalogue's text in the form in which a cluster takes it.
class ClusterTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "from fact.user_day; from fact_user_day as user_day",
                "from fact.user_day where true; from fact_user_day as user_day where true",
                "join fact.user_day as visit; join fact_user_day as visit",
                "join customer.account on true; join customer_account as account on true",
                "select * from lake.event); select * from lake_event as event)",
                "'from fact.user_day'; 'from fact.user_day'",
                "'it''s from fact.a' from fact.b; 'it''s from fact.a' from fact_b as b",
                "from period join spine; from period join spine",
                "select fact.id from x; select fact.id from x"
            })
    void a_table_is_read_under_its_own_name(String sql, String read) {
        assertThat(ClusterText.of(sql)).isEqualTo(read);
    }

    @Test
    void a_comment_stays_as_it_is() {
        assertThat(ClusterText.of("-- from fact.user_day\n/* join fact.a */ select 1"))
                .isEqualTo("-- from fact.user_day\n/* join fact.a */ select 1");
    }

    @Test
    void survival_is_written_out_with_both_of_its_arguments() {
        var read =
                ClusterText.of(
                        "select * from survival(stays, nullif(horizon_days(), 0)) as stay join b");

        assertThat(read)
                .contains("from stays\n", "(nullif(horizon_days(), 0))")
                .endsWith(") as stay join b")
                .doesNotContain("${", "survival(");
    }

    @Test
    void columns_have_the_types_of_the_cluster() {
        assertThat(ClusterText.columns("id varchar, at timestamp, sum decimal(18, 4), day date"))
                .isEqualTo("id string, at timestamp_ntz, sum decimal(18, 4), day date");
        assertThat(ClusterText.names("id varchar, sum decimal(18, 4)")).isEqualTo("id, sum");
    }
}
