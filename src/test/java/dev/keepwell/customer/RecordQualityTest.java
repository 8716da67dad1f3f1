package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.customer.Completeness.Column;
import dev.keepwell.customer.LooseEnds.End;
import dev.keepwell.kernel.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of the records that are current, what is missing in them and what they point to in vain.
class RecordQualityTest {

    @TempDir Path folder;

    @Test
    void only_what_is_current_is_counted() {
        var desk = new Desk(folder);
        desk.hand(
                "account.csv",
                "account_id,name,segment,deleted_at\nA1,Acorn,smb,\nA2,Brightwater,smb,\n"
                        + "A3,Cobalt,smb,2025-05-01T00:00:00Z\n");
        desk.hand("account.csv", "account_id,name\nA1,Acorn\n");

        var tables = new Completeness(desk.database, RecordTables.packaged()).of(desk.workspace);

        assertThat(tables).extracting(Completeness.Table::name).containsExactly("account");
        var account = tables.getFirst();
        assertThat(account.records()).isEqualTo(2);
        assertThat(account.columns())
                .contains(
                        new Column("name", 2, true),
                        new Column("segment", 1, false),
                        new Column("domain", 0, false));
    }

    @Test
    void a_reference_is_loose_until_what_it_names_has_come() {
        var desk = new Desk(folder);
        var ends = new LooseEnds(desk.database, RecordTables.packaged());
        desk.hand(
                "account.csv",
                "account_id,parent_id,name\nA1,A9,Acorn\nA2,A1,Brightwater\n",
                "contract.csv",
                "contract_id,account_id,start_date,end_date,arr,ccy,renewed_from_contract_id\n"
                        + "K1,A1,2025-01-01,2026-01-01,1,EUR,\n"
                        + "K2,A1,2026-01-01,2027-01-01,1,EUR,K1;K0\n");

        assertThat(ends.of(desk.workspace))
                .containsExactly(
                        new End("account", "parent_id", "account", 1, List.of("csv/A1")),
                        new End(
                                "contract",
                                "renewed_from_contract_id",
                                "contract",
                                1,
                                List.of("csv/K2")));
        assertThat(ends.of(desk.workspace, "account", "parent_id", 10))
                .extracting(LooseEnds.Loose::sourceId)
                .containsExactly("A1");

        desk.hand(
                "account.csv",
                "account_id,name,deleted_at\nA9,Ninth,2025-05-01T00:00:00Z\n",
                "contract.csv",
                "contract_id,account_id,start_date,end_date,arr,ccy\n"
                        + "K0,A1,2024-01-01,2025-01-01,1,EUR\n");

        assertThat(ends.of(desk.workspace)).isEmpty();
    }

    @Test
    void what_refers_to_nothing_by_its_kind_cannot_be_asked_for() {
        var desk = new Desk(folder);
        var ends = new LooseEnds(desk.database, RecordTables.packaged());

        assertThatThrownBy(() -> ends.of(desk.workspace, "account", "name", 10))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("No column 'name' of a table 'account' refers to anything.");
    }
}
