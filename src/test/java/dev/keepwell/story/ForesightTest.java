package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keepwell.customer.Trial;
import dev.keepwell.customer.Trials;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Wizards;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import would do to the scores is known before it counts.
class ForesightTest {

    private static final String MODEL =
            """
            model: pulse
            title: Pulse
            groups:
              - group: people
                weight: 100
                title: People
                measures:
                  - metric: csm_pulse
                    weight: 100
                    curve: identity
                    says: They are content.
            caps:
              - cap: late
                when: max_days_past_due > 30
                at_most: yellow
                says: An invoice is late.
            """;

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void an_invoice_that_is_late_would_turn_a_green_account_yellow() throws Exception {
        var own = OwnWorkspace.open();
        write("account.csv", "account_id,name,customer_since\nacorn,Acorn Bakery,2024-01-01\n");
        write(
                "subscription_segment.csv",
                """
                segment_id,subscription_id,account_id,unit_price,ccy,start_date
                s1,s1,acorn,100,USD,2024-01-01
                """);
        write(
                "pulse.csv",
                "pulse_id,account_id,value,set_at\np1,acorn,green,%sT09:00:00Z\n"
                        .formatted(today.minusDays(1)));
        own.bring(folder, today.toString());
        own.ask("PUT", "/models/current", Map.of("yaml", MODEL));
        own.judge(today, today);
        var before = own.get("/accounts/ext:csv/acorn/health").toString();

        var trial = tried(own, "late.csv", late());

        assertThat(trial.judged()).isEqualTo(1);
        assertThat(trial.turns())
                .as(trial.toString())
                .extracting(Trial.Turn::title, Trial.Turn::before, Trial.Turn::after)
                .containsExactly(tuple("Acorn Bakery", "green", "yellow"));
        assertThat(own.get("/accounts/ext:csv/acorn/health").toString()).isEqualTo(before);
    }

    private String late() {
        return """
        invoice_id,account_id,issued_on,due_on,total,open_balance,currency
        9,acorn,%1$s,%2$s,100,100,USD
        """
                .formatted(today.minusDays(90), today.minusDays(60));
    }

    private static Trial tried(OwnWorkspace own, String name, String text) {
        var wizards = TestHouse.bean(Wizards.class);
        var id = wizards.begin(own.id(), "csv");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        TestHouse.bean(Imports.class).upload(own.id(), id, name, new ByteArrayInputStream(bytes));
        wizards.meet(own.id(), id, name);
        var trials = TestHouse.bean(Trials.class);
        var patience = System.nanoTime() + PATIENCE;
        while (trials.of(own.id(), id).isEmpty() && System.nanoTime() < patience) {
            Thread.yield();
        }
        return trials.of(own.id(), id).orElseThrow();
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
