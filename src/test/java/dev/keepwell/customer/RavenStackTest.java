package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepwell.source.Import.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample mapping against the data it is for, which is not ours to keep.
class RavenStackTest {

    private static final Path DATA = Path.of("..", "shared", "data", "ravenstack");
    private static final Path MAPPING = Path.of("catalog", "mappings", "ravenstack.yaml");

    private static final String MRR_AT_THE_END =
            """
            select sum(monthly_amount), count(distinct account_id)
            from customer.subscription_segment
            where superseded_at is null and kind = 'recurring' and monthly_amount > 0
              and start_date <= date '2024-12-31'
              and (end_date is null or end_date > date '2024-12-31')
            """;

    @TempDir private Path folder;

    private Desk desk;
    private Order order;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "The RavenStack data is not here: " + DATA);
        desk = new Desk(folder);
        order = Order.CANONICAL.withMapping(MAPPING.toString(), Files.readString(MAPPING));
    }

    @Test
    void ravenstack_comes_in_whole() throws SQLException {
        var result = desk.handFolder(order, DATA);

        assertThat(Desk.counts(result))
                .containsExactlyInAnyOrder(
                        "account 500/0/0/0/0",
                        "feature 40/0/0/0/0",
                        "feature_event_map 40/0/0/0/0",
                        "seat_entitlement 500/0/0/0/0",
                        "subscription_segment 5000/0/0/0/0",
                        "survey 1/0/0/0/0",
                        "survey_response 1175/0/0/0/0",
                        "ticket 2000/0/0/0/0",
                        "usage_event 24979/0/0/0/21");
        assertThat(result.notes()).hasSize(1);
        assertThat(result.files()).anyMatch(it -> it.counts().leftOut() == 825);
        assertThat(desk.rows(MRR_AT_THE_END)).containsExactly("10159608.0000|500");
        assertThat(usage(desk)).isEqualTo("24979|24979|500|2023-01-01|2024-12-31");
    }

    @Test
    void ravenstack_comes_in_only_once() {
        desk.handFolder(order, DATA);

        assertThat(Desk.counts(desk.handFolder(order, DATA)))
                .containsExactlyInAnyOrder(
                        "account 0/0/500/0/0",
                        "feature 0/0/40/0/0",
                        "feature_event_map 0/0/40/0/0",
                        "seat_entitlement 0/0/500/0/0",
                        "subscription_segment 0/0/5000/0/0",
                        "survey 0/0/1/0/0",
                        "survey_response 0/0/1175/0/0",
                        "ticket 0/0/2000/0/0",
                        "usage_event 0/0/24979/0/21");
        assertThat(desk.rows("select reason, count(*) from source.rejection group by 1"))
                .containsExactly("duplicate_id|21");
    }

    private static String usage(Desk desk) throws SQLException {
        var files =
                desk.database.in(
                        desk.workspace,
                        session -> desk.lake.files(session, desk.workspace, "usage_event"));
        var paths =
                files.stream().map(it -> "'" + it.path() + "'").collect(Collectors.joining(", "));
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select count(*) || '|' || count(distinct event_id) || '|'
                                    || count(distinct account_ref) || '|'
                                    || cast(min(occurred_at) as date) || '|'
                                    || cast(max(occurred_at) as date)
                                from read_parquet([%s])
                                """
                                        .formatted(paths))) {
            row.next();
            return row.getString(1);
        }
    }
}
