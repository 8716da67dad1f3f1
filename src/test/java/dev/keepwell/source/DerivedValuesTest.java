package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Format;
import dev.keepwell.source.file.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedValuesTest {

    private static final String MAPPING =
            """
            source: crm
            parameters: {term: {value: "6", means: months}, unsaid: {value: "", means: x}}
            files:
              firms.csv:
                tables:
                  account:
                    columns:
                      value: %s
            """;

    @TempDir private Path folder;

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a                                            | x         | x",
                "{column: a, as: lower}                       | ABC       | abc",
                "{column: a, as: salesforce_id}               | 001D000000IRFma |"
                        + " 001D000000IRFmaIAH",
                "{column: a, as: salesforce_id}            | 001d000000irfmaIAH |"
                        + " 001D000000IRFmaIAH",
                "{column: a, as: salesforce_id}               | none      | none",
                "{column: a, as: domain_of}     | https://www.Acorn.com/about | acorn.com",
                "{column: a, as: domain_of}                   | ann@acorn.com | acorn.com",
                "{column: a, as: domain_of}                   | to be asked | ''",
                "{column: a, as: country}                     | Germany   | DE",
                "{column: a, as: country}                     | Unied Saes | ''",
                "{column: a, as: percent}                     | 12.5      | 0.125",
                "{column: a, as: day}             | 2024-02-29 23:59:59 | 2024-02-29",
                "{column: a, as: {months_after: 12}} | 2024-02-29 10:00:00 | 2025-02-28",
                "{column: a, as: {months_after: $term}}       | 2024-01-31 | 2024-07-31",
                "{column: a, as: {months_after: $unsaid}}     | 2024-01-31 | ''",
                "{column: a, as: {months_before: 2026-06-30}} | 34        | 2023-08-30",
                "{column: a, as: {months_before: 2026-06-30}} | 0         | 2026-06-30",
                "{column: a, as: {per_year: 36}}              | 1000      | 333.3333",
                "{column: a, as: {divided_by: 60}}            | 90        | 2",
                "{column: a, as: {times: 60}}                 | 4         | 240",
                "{column: a, as: {times: 60}}                 | four      | four",
                "{column: a, as: epoch_seconds}          | 1735689600 | 2025-01-01T00:00:00Z",
                "{column: a, as: epoch_milliseconds}  | 1735689600000 | 2025-01-01T00:00:00Z",
                "{column: a, as: {minor_units: usd}}          | 1999      | 19.99",
                "{column: a, as: {minor_units: jpy}}          | 1999      | 1999",
                "{column: a, as: {minor_units: kwd}}          | 1999      | 1.999",
                "{column: a, as: {minor_units: b}}            | 1999      | 1999",
                "{column: a, as: {minutes_until: later}} | 2024-03-01 10:00:00 | 95",
                "{column: a, values: {\"TRUE\": done}}        | true      | done",
                "{columns: [a, b, usd]}                       | Ann       | Ann USD",
                "{first_of: [b, a]}                           | x         | x",
                "{latest_of: [a, later]}                      | 2024-04-01 | 2024-04-01",
                "{latest_of: [a, later]}               | 2023-01-01 | 2024-03-01 11:35:00",
                "{column: b, default: none}                   | x         | none",
                "{column: b, else: {column: a, as: lower}}    | X         | x",
                "{column: a, when: {usd: [usd]}}              | x         | x",
                "{column: a, when: {usd: {not: [USD]}}}       | x         | ''",
                "{column: a, when: {usd: {like: \"u*\"}}}     | x         | x",
                "{column: a, when: {b: empty}}                | x         | x",
                "{column: a, when: {b: present}, default: no} | x         | no",
                "{constant: $term}                            | x         | 6",
                "{constant: $unsaid}                          | x         | ''"
            })
    void a_value_is_made_as_its_rule_says(String rule, String a, String value) throws IOException {
        var text = "a,b,usd,jpy,kwd,later\n\"%s\",,USD,jpy,KWD,2024-03-01 11:35:00\n".formatted(a);

        assertThat(read(MAPPING.formatted(rule), Map.of("firms.csv", text)))
                .containsExactly("[" + value + "]");
    }

    @Test
    void the_first_case_that_a_row_fits_says_what_becomes_of_it() throws IOException {
        var mapping =
                """
                source: crm
                files:
                  firms.csv:
                    tables:
                      touch:
                        - where: {kind: [Call]}
                          columns: {id: id, channel: {constant: phone}, minutes: minutes}
                        - where: {kind: {not: [note]}}
                          columns: {id: id, channel: {constant: meeting}}
                """;

        assertThat(
                        read(
                                mapping,
                                Map.of(
                                        "firms.csv",
                                        "id,kind,minutes\n1,call,5\n2,NOTE,\n3,visit,7\n")))
                .containsExactly("[1, phone, 5]", "left out", "[3, meeting, ]");
    }

    @Test
    void a_join_looks_through_another_chooses_among_rows_and_may_have_two_keys()
            throws IOException {
        var mapping =
                """
                source: desk
                files:
                  firms.csv:
                    join:
                      - file: comments.csv
                        on: {id: ticket}
                        join: [{file: users.csv, on: {user: id}, take: {role: role}}]
                        where: {role: [agent]}
                        least: at
                        take: {answered: at}
                      - file: stages.csv
                        on: {pipe: pipe, stage: stage}
                        take: [closed]
                    tables:
                      ticket: {columns: {id: id, first: answered, closed: closed}}
                """;
        var files =
                Map.of(
                        "firms.csv", "id,pipe,stage\n1,a,1\n2,b,1\n3,c,\n",
                        "users.csv", "id,role\nu1,end-user\nu2,agent\n",
                        "comments.csv",
                                "ticket,user,at\n"
                                        + "1,u2,2024-01-03\n"
                                        + "1,u1,2024-01-01\n"
                                        + "1,u2,2024-01-02\n"
                                        + "2,u1,2024-01-01\n",
                        "stages.csv", "pipe,stage,closed\na,1,yes\nb,1,no\nc,,maybe\n");

        assertThat(read(mapping, files))
                .containsExactly("[1, 2024-01-02, yes]", "[2, , no]", "[3, , ]");
    }

    @Test
    void ids_of_fifteen_and_of_eighteen_characters_meet_in_a_join() throws IOException {
        var mapping =
                """
                source: crm
                files:
                  firms.csv:
                    join: {file: users.csv, on: {owner: id}, as: salesforce_id, take: [email]}
                    tables:
                      account: {columns: {owner: email}}
                """;
        var files =
                Map.of(
                        "firms.csv", "owner\n001D000000IRFma\n001D000000IRFmb\n",
                        "users.csv", "id,email\n001D000000IRFmaIAH,ann@acorn.com\n");

        assertThat(read(mapping, files)).containsExactly("[ann@acorn.com]", "[]");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{column: a, as: upper}            | There is no change 'upper'. It is one of"
                        + " lower,",
                "{column: a, as: {times: 0}}       | Here belongs a whole number above zero.",
                "{column: a, as: {months_before: june}} | Here belongs a day such as 2026-06-30.",
                "{column: a, as: {lower: b}}       | 'lower' stands alone. Write it so.",
                "{column: a, as: {times: 2, per_year: 3}} | One change at a time.",
                "{column: a, first_of: [b]}        | A value comes from a 'column'",
                "{as: lower}                       | A value comes from a 'column'"
            })
    void a_rule_that_says_nothing_clear_is_refused_with_its_line(String rule, String refusal) {
        assertThatThrownBy(() -> MappingFile.read("map.yaml", MAPPING.formatted(rule)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("map.yaml:8  ")
                .hasMessageContaining(refusal);
    }

    /// The rows of the first file of a mapping.
    private List<String> read(String mapping, Map<String, String> files) throws IOException {
        var read = MappingFile.read("map.yaml", mapping);
        var paths = new TreeMap<String, DataFile>();
        for (var file : files.entrySet()) {
            var path = Files.writeString(folder.resolve(file.getKey()), file.getValue());
            var layout = Layout.plain(Format.CSV);
            paths.put(file.getKey(), new DataFile(file.getKey(), path, layout));
        }
        var file = read.files().getFirst();
        var target = file.targets().getFirst();
        var columns = List.copyOf(target.columns());
        var feed = new Feed(file.name(), "00", target.table().text(), columns, read.reading());
        var folder = new Folder(paths, read.lenient());
        var input =
                new Route.Input(Objects.requireNonNull(paths.get(file.name())), Corrections.NONE);
        var rows = new ArrayList<String>();
        try (var it =
                new FileSightings(
                        new Route.FromFile(feed, input, file, target, folder, Map.of()))) {
            while (it.hasNext()) {
                rows.add(told(it.next()));
            }
        }
        return rows;
    }

    private static String told(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Row row -> row.values().toString();
            case Sighting.Unreadable it -> it.reason();
            case Sighting.LeftOut _ -> "left out";
        };
    }
}
