package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.customer.RecordTable.Place;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.story.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordTablesTest {

    private static final List<String> BOOKKEEPING =
            List.of(
                    "workspace_id text not null",
                    "version bigint not null",
                    "id text not null",
                    "source_system text not null",
                    "source_id text not null",
                    "occurred_at timestamp with time zone",
                    "recorded_at timestamp with time zone not null",
                    "recorded_assumed boolean not null",
                    "superseded_at timestamp with time zone",
                    "deleted_at timestamp with time zone",
                    "content uuid not null",
                    "file uuid not null",
                    "import_id text not null");

    private static final String COLUMNS =
            """
            select column_name || ' ' || data_type
                || case when numeric_precision is not null and data_type = 'numeric'
                    then '(' || numeric_precision || ',' || numeric_scale || ')'
                    else '' end
                || case is_nullable when 'NO' then ' not null' else '' end
            from information_schema.columns
            where table_schema = 'customer' and table_name = ?
            """;

    private final RecordTables tables = RecordTables.packaged();

    @Test
    void the_database_has_exactly_the_declared_columns() {
        for (var table : tables.all()) {
            if (table.place() == Place.POSTGRES) {
                var declared = new ArrayList<>(BOOKKEEPING);
                table.stored().forEach(it -> declared.add(line(it)));

                assertThat(columns(table.name()))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(declared);
            }
        }
    }

    private static String line(RecordColumn column) {
        var always =
                column.required()
                        || column.fallback() != null
                        || column.type() == ColumnType.MONTHLY_AMOUNT;
        return column.name() + " " + column.type().sql() + (always ? " not null" : "");
    }

    private static List<String> columns(String table) {
        return TestDatabase.open()
                .unscoped(session ->
                        session.sql()
                                .sql(COLUMNS)
                                .param(table)
                                .query((row, _) -> row.getString(1))
                                .list());
    }

    @Test
    void every_table_comes_after_those_it_points_to() {
        var seen = new ArrayList<String>();
        for (var table : tables.all()) {
            assertThat(seen).as(table.name()).containsAll(table.referred());
            seen.add(table.name());
        }
        assertThat(seen).hasSize(46).contains("account", "credit_note", "usage_event");
    }

    @Test
    void no_two_tables_share_the_prefix_of_their_ids() {
        assertThat(tables.all().stream().map(it -> it.key().prefix()).collect(Collectors.toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_mistake_in_a_declaration_is_named_with_its_line_and_a_repair() {
        refuses("kind: record\nprefx: x\n", ":4  ", "There is no key 'prefx' here.", "'prefix'?");
        refuses(
                "kind: record\nprefix: x\nkey: [id]\ncolumns:\n  id: {type: it}\n",
                ":7  ",
                "There is no type 'it'.",
                "Did you mean 'id'?");
        refuses(
                "kind: record\nprefix: x\nkey: [ip]\ncolumns:\n  id: {type: id}\n",
                "The table has no column 'ip'.");
        refuses(
                "kind: thing\nprefix: x\nkey: [id]\ncolumns:\n  id: {type: id}\n",
                ":3  A kind is record or fact. Write one of them.");
        refuses("kind: [\n", "This is not YAML");
    }

    private static void refuses(String text, String... parts) {
        assertThatThrownBy(() -> RecordFile.read("thing", "title: T\nrow: r\n" + text))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("catalog/records/thing.yaml:")
                .hasMessageContainingAll(parts);
    }
}
