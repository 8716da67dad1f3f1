package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentRecordsTest {

    private static final Order CRM = new Order("crm", false, null, null, null);

    @TempDir private Path folder;
    @TempDir private Path elsewhere;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        bring(desk);
    }

    /// Keys of several parts, references to other sources, to what is not there and to what is
    /// named like a reference, times that rows say themselves, and texts with every sign.
    private static void bring(Desk desk) {
        desk.hand(
                CRM,
                "account.csv",
                """
                account_id,name,parent_id,customer_since,counts_as_logo
                ext:x/1,Oak,,2024-01-05,no
                B/2%,"Birch, ""old""
                and new",ext:x/9,,
                """);
        desk.hand(
                "account.csv",
                """
                account_id,name,parent_id,recorded_at
                A1,Acorn,ext:crm/ext:x/1,2024-03-01T00:00:00.123456789Z
                A2,Aspen,nobody,
                """,
                "app_user.csv",
                "user_id,merged_into\nU/1%,\nU2,U/1%\n",
                "user_account.csv",
                "user_id,account_id\nU/1%,A1\nU/1%,ext:csv/A1\nU2,ext:crm/B/2%\n",
                "contract.csv",
                """
                contract_id,account_id,start_date,end_date,arr,ccy,renewed_from_contract_id
                K1,A1,2024-01-01,2025-01-01,1200.50,EUR,
                K2,A1,2025-01-01,2026-01-01,1200.5000,EUR,K1;K0;ext:crm/K7
                """);
        use(desk);
        desk.later(Duration.ofDays(1));
        desk.hand("account.csv", "account_id,name,parent_id\nA2,Aspen & Sons,nobody\n");
    }

    private static void use(Desk desk) {
        desk.hand(
                "touch.csv",
                """
                touch_id,account_id,channel,occurred_at,deleted_at
                t1,A1,email,2025-05-01T10:00:00.1234567+02:00,
                t2,A1,phone,2025-05-02,2025-05-03T00:00:00Z
                """,
                "usage_event.csv",
                """
                event_id,account_id,user_id,event_name,occurred_at,value,recorded_at,deleted_at
                e1,A1,U2,login,2025-05-01T10:00:00Z,12345678901.0123456789,,
                e2,,U2,login,2025-05-01T10:00:00Z,-0.10,2025-05-02T00:00:00Z,
                e3,,,login,2025-05-01T10:00:00.5Z,,,2025-05-02T00:00:00Z
                """,
                "usage_daily.csv",
                """
                account_id,user_id,day,feature_id,event_count
                A/1,,2025-05-01,f%,3
                A/1,u,2025-05-01,,4
                """);
    }

    @Test
    void says_what_was_said_in_the_words_of_each_source() {
        var files = CurrentText.of(desk);

        assertThat(files.keySet())
                .containsExactly(
                        "crm/account.csv",
                        "csv/account.csv",
                        "csv/app_user.csv",
                        "csv/contract.csv",
                        "csv/touch.csv",
                        "csv/usage_daily.csv",
                        "csv/usage_event.csv",
                        "csv/user_account.csv");
        assertThat(files.get("csv/account.csv").lines().skip(1))
                .containsExactly(
                        "\"A1\",\"ext:crm/ext:x/1\",\"Acorn\",,,\"true\",,,,,,,"
                                + "\"2024-03-01T00:00:00.123456Z\",",
                        "\"A2\",\"nobody\",\"Aspen & Sons\",,,\"true\",,,,,,,,");
        assertThat(files.get("csv/contract.csv")).contains(",\"K1;K0;ext:crm/K7\",");
        assertThat(files.get("csv/user_account.csv").lines().skip(1))
                .containsExactly(
                        "\"U/1%\",\"A1\",,,,,,",
                        "\"U/1%\",\"ext:csv/A1\",,,,,,", "\"U2\",\"ext:crm/B/2%\",,,,,,");
        assertThat(files.get("csv/usage_event.csv")).contains("\"12345678901.0123456789\"");
    }

    @Test
    void taken_in_again_it_changes_nothing() {
        var before = CurrentText.of(desk);
        var counts = new ArrayList<String>();

        take(desk, before, counts);

        assertThat(counts).isNotEmpty().allMatch(it -> it.matches("\\w+ 0/0/\\d+/0/0"));
        assertThat(CurrentText.of(desk)).isEqualTo(before);
    }

    @Test
    void taken_in_elsewhere_it_makes_the_same_workspace() {
        var before = CurrentText.of(desk);
        var other = new Desk(elsewhere);

        take(other, before, new ArrayList<>());

        assertThat(CurrentText.of(other)).isEqualTo(before);
    }

    private static void take(
            Desk desk, SequencedMap<String, String> files, ArrayList<String> counts) {
        for (var source : new String[] {"crm", "csv"}) {
            var texts = new ArrayList<String>();
            files.forEach((name, text) -> {
                if (name.startsWith(source + "/")) {
                    texts.add(name.substring(source.length() + 1));
                    texts.add(text);
                }
            });
            var order = new Order(source, false, null, null, null);
            counts.addAll(Desk.counts(desk.hand(order, texts.toArray(String[]::new))));
        }
    }
}
