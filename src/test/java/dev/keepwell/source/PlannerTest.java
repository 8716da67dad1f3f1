package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {

    private static final Map<String, List<String>> TABLES =
            Map.of(
                    "account", List.of("account_id", "name", "since"),
                    "ticket", List.of("ticket_id", "account_id", "priority"));

    private static final String FIRMS = "Nr,Firma,Seit\n7,Acorn,31/12/2024\n8,Oak,1735689600\n";
    private static final String CASES = "id,firm,prio,noise\n1,7,P1,x\n2,8,,x\n3,9,P3,x\n";

    private static final String TELLING =
            """
            source: crm
            zone: Europe/Berlin
            recorded_at: occurred_at
            files:
              firms.csv:
                tables:
                  account:
                    columns:
                      account_id: Nr
                      name: Firma
                      since: {column: Seit, format: dd/MM/yyyy}
              cases.csv:
                join: {file: firms.csv, on: {firm: Nr}, take: {firm_name: Firma}}
                tables:
                  ticket:
                    where: {prio: present}
                    columns:
                      ticket_id: id
                      account_id: firm_name
                      priority: {column: prio, values: {P1: critical}}
                ignore: [noise]
            rows:
              account:
                columns: [account_id, name]
                rows: [[0, Ourselves]]
            """;

    @TempDir private Path folder;

    @Test
    void a_mapping_renames_translates_joins_and_leaves_out() throws IOException {
        var plan = mapped(TELLING);

        assertThat(rows(plan))
                .containsExactlyInAnyOrder(
                        "map.yaml account 25 [0, Ourselves]",
                        "firms.csv account 2 [7, Acorn, 2024-12-31]",
                        "firms.csv account 3 [8, Oak, 1735689600]",
                        "cases.csv ticket 2 [1, Acorn, critical]",
                        "cases.csv ticket 3 left out",
                        "cases.csv ticket 4 [3, , P3]");
        assertThat(plan.feeds().getLast().reading().zone()).isPresent();
    }

    @Test
    void files_named_after_tables_need_no_mapping() throws IOException {
        var plan =
                planner(Map.of("account.csv", "account_id,name\n1,Acorn\n", "notes.txt", "x"))
                        .canonical("csv");

        assertThat(rows(plan)).containsExactly("account.csv account 2 [1, Acorn]");
        assertThat(plan.notes())
                .containsExactly("notes.txt is no table that can be read and was left alone.");
    }

    @Test
    void a_canonical_file_that_says_something_unknown_is_refused_with_a_suggestion() {
        refusesFile(
                "acount.csv",
                "account_id\n",
                "acount.csv:1  There is no table 'acount'. Did you mean 'account'?");
        refusesFile(
                "account.csv",
                "account_id,nam\n",
                "account.csv:1  The table account has no column 'nam'. Did you mean 'name'?");
        refusesFile(
                "account.csv",
                "name\n",
                "account.csv:1  The table account needs the column 'account_id'. Add it.");
    }

    @Test
    void a_mistake_in_a_mapping_is_named_with_its_line_and_its_repair() {
        refuses(
                "account_id: Nr",
                "acount_id: Nr",
                "map.yaml:6  The table account has no column 'acount_id'."
                        + " Did you mean 'account_id'?");
        refuses(
                "name: Firma",
                "name: Firna",
                "map.yaml:7  firms.csv has no column 'Firna'. Did you mean 'Firma'?");
        refuses(
                "ignore: [Seit]",
                "ignore: []",
                "The column 'Seit' of firms.csv is neither used nor ignored."
                        + " Map it, or name it under ignore.");
        refuses(
                "  firms.csv:",
                "  frims.csv:",
                "The file frims.csv is not there. Did you mean 'firms.csv'?");
        refuses("account:", "acount:", "There is no table 'acount'. Did you mean 'account'?");
        refuses("source: crm", "sauce: crm", "map.yaml:1  There is no key 'sauce' here.");
        refuses("source: crm", "source: My CRM", "map.yaml:1  A source is named by");
        refuses(
                "name: Firma",
                "name: {column: Firma, format: bogus}",
                "map.yaml:7  'bogus' is not a date format.");
        refuses(
                "name: Firma",
                "name: {column: Firma, constant: x}",
                "map.yaml:7  A value comes from a 'column', 'columns' or 'first_of' some, or is a");
        refuses("name: Firma", "name: [", "This is not YAML");
        refuses("ignore_files:", "rows:", "map.yaml:9");
    }

    private static final String GOOD =
            """
            source: crm
            files:
              firms.csv:
                tables:
                  account: {columns: {
                    account_id: Nr,
                    name: Firma }}
                ignore: [Seit]
            ignore_files: {cases.csv: not of interest}
            """;

    private void refuses(String good, String bad, String message) {
        assertThatThrownBy(() -> mapped(GOOD.replace(good, bad)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    private void refusesFile(String name, String text, String message) {
        assertThatThrownBy(() -> planner(Map.of(name, text)).canonical("csv"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(message);
    }

    private Plan mapped(String mapping) throws IOException {
        return planner(Map.of("firms.csv", FIRMS, "cases.csv", CASES))
                .mapped(MappingFile.read("map.yaml", mapping), "map.yaml");
    }

    private Planner planner(Map<String, String> texts) throws IOException {
        var staged = new ArrayList<StagedFile>();
        for (var text : texts.entrySet()) {
            var path = Files.writeString(folder.resolve(text.getKey()), text.getValue());
            staged.add(new StagedFile(text.getKey(), path, "00"));
        }
        return new Planner(new Words(), staged, Map.of());
    }

    private static List<String> rows(Plan plan) {
        var rows = new ArrayList<String>();
        for (var feed : plan.feeds()) {
            try (var sightings = plan.open(feed)) {
                sightings.forEachRemaining(it ->
                        rows.add(
                                "%s %s %d %s"
                                        .formatted(
                                                feed.file(), feed.table(), it.line(), values(it))));
            }
        }
        return rows;
    }

    private static Object values(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Row row -> row.values();
            case Sighting.Unreadable it -> it.reason();
            case Sighting.LeftOut _ -> "left out";
        };
    }

    private record Words() implements Vocabulary {

        @Override
        public List<String> tables() {
            return List.of("account", "ticket");
        }

        @Override
        public List<String> columns(String table) {
            return TABLES.get(table);
        }

        @Override
        public Kind kind(String table, String column) {
            return column.equals("since") ? Kind.DAY : Kind.OTHER;
        }

        @Override
        public List<String> requiredColumns(String table) {
            return List.of(table + "_id");
        }
    }
}
