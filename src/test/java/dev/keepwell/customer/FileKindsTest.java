package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.wizard.FileKind;
import dev.keepwell.source.wizard.FileKinds;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// The kinds of files speak of tables, columns and fields that there are.
class FileKindsTest {

    private final RecordTables tables = RecordTables.packaged();

    @Test
    void every_column_exists_and_every_source_of_it() {
        for (var kind : FileKinds.packaged().all()) {
            for (var fed : kind.tables()) {
                assertThat(tables.columns(fed.table()))
                        .as(kind.name())
                        .containsAll(fed.columns().keySet());
                fed.columns().values().forEach(it -> assertThat(unknown(kind, it)).isEmpty());
                assertThat(fed.when().isEmpty() || kind.field(fed.when()).isPresent()).isTrue();
            }
        }
    }

    /// A kind that keeps nothing but its own file's rows can fill what their table requires.
    @Test
    void what_a_table_requires_can_be_given() {
        for (var kind : FileKinds.packaged().all()) {
            if (!kind.name().equals("churn_dates")) {
                for (var fed : kind.tables()) {
                    assertThat(fed.columns().keySet())
                            .as(kind.name())
                            .containsAll(tables.requiredColumns(fed.table()));
                }
            }
        }
    }

    private static ArrayList<String> unknown(FileKind kind, Iterable<String> fields) {
        var unknown = new ArrayList<String>();
        for (var it : fields) {
            if (!it.startsWith("$") && kind.field(it).isEmpty()) {
                unknown.add(it);
            }
        }
        return unknown;
    }
}
