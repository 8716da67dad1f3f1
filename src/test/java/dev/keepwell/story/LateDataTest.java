package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.story.Browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Days are closed, and then records arrive that speak of them.
class LateDataTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double CLOSE = 1e-9;
    private static final String LATE_DAY = "2025-02-10";

    private final OwnWorkspace own = OwnWorkspace.open();
    private String account = "";

    @TempDir private Path folder;

    @BeforeEach
    void closeThreeMonths() throws IOException {
        new Company(20_250_101).write(folder);
        account = oneThatStays();
        bring();
        own.ask("PUT", "/models/current", Map.of("yaml", Company.model()));
        own.done(own.ask("POST", "/runs", Map.of("from", Company.FROM, "to", "2025-03-30")));
    }

    /// A customer from the first days on, to the end.
    private String oneThatStays() throws IOException {
        return Files.readAllLines(folder.resolve("subscription_segment.csv")).stream()
                .map(it -> it.split(",", -1))
                .filter(it -> it[5].compareTo("2025-01-15") < 0 && it[6].isEmpty())
                .map(it -> it[2])
                .findFirst()
                .orElseThrow();
    }

    private String path() {
        return "/accounts/ext:csv/" + account + "/health";
    }

    @Test
    void what_was_said_stays_and_what_is_known_stands_beside_it() throws IOException {
        var said = http("2025-03-20", "");
        var before = http("2025-02-01", "");
        assertThat(http("2025-03-20", "&series=restated")).isEqualTo(said);
        thePageOffersNoOtherLine();
        bringLateTickets();

        var run =
                own.done(
                        own.ask("POST", "/runs", Map.of("from", "2025-03-31", "to", "2025-03-31")));

        assertThat(run.path("days_closed").asInt()).isEqualTo(1);
        // A run restates the last month by itself, and says what waits to be asked for.
        assertThat(run.path("days_restated").asInt()).isEqualTo(31);
        assertThat(run.path("lines_restated").asInt()).isPositive();
        assertThat(run.path("late_from").asString()).isEqualTo(LATE_DAY);
        assertThat(http("2025-03-20", "")).isEqualTo(said);
        assertThat(http("2025-02-20", "&series=restated")).isEqualTo(http("2025-02-20", ""));

        var restated = own.done(own.ask("POST", "/restatements", Map.of()));

        assertThat(restated.path("from").asString()).isEqualTo(LATE_DAY);
        assertThat(restated.path("to").asString()).isEqualTo("2025-03-31");
        assertThat(restated.path("late_from").isNull()).isTrue();
        assertThat(http("2025-03-20", "")).isEqualTo(said);
        assertThat(http("2025-02-01", "")).isEqualTo(before);
        assertThat(http("2025-02-20", "&series=restated")).isNotEqualTo(http("2025-02-20", ""));
        theChangeSumsToWhatWasSaid();
        thePageTellsEither();
        everyLineOfTheLedgerComesOutAgain();
        assertThat(
                        own.done(own.ask("POST", "/restatements", Map.of()))
                                .path("days_restated")
                                .asInt())
                .isZero();
    }

    private void theChangeSumsToWhatWasSaid() {
        var change = own.get(path() + "/change?from=2025-02-01&to=2025-02-20");
        double sum = 0;
        double late = 0;
        for (var line : change.path("lines")) {
            var points = line.path("points").asDouble();
            sum += points;
            if (line.path("cause").asString().equals("late_data")) {
                assertThat(line.path("measure").asString()).isEqualTo("tickets_per_100_seats");
                late += points;
            }
        }
        var from = change.path("from").path("value").asDouble();
        var to = change.path("to").path("value").asDouble();
        assertThat(sum).isCloseTo(to - from, within(CLOSE));
        assertThat(to).isEqualTo(health("2025-02-20", "").path("published").asDouble());
        var known = health("2025-02-20", "&series=restated").path("raw").asDouble();
        var said = health("2025-02-20", "").path("raw").asDouble();
        assertThat(late).isCloseTo(said - known, within(CLOSE)).isNotZero();
    }

    private void thePageOffersNoOtherLine() {
        try (var browser = Browser.open(Look.LIGHT, own.id())) {
            var page = browser.go(path()).content();
            assertThat(page).contains("chart-line").doesNotContain("As known now");
        }
    }

    private void thePageTellsEither() {
        try (var browser = Browser.open(Look.PHONE, own.id())) {
            var page = browser.go(path());
            var line = page.locator(".chart-line + script");
            var said = line.textContent();
            assertThat(page.locator("#restated").textContent()).contains("what was published");

            page.locator("a:has-text('As known now')").click();

            page.waitForURL("**series=restated**");
            assertThat(line.textContent()).isNotEqualTo(said);
            assertThat(page.locator("#restated").textContent()).contains("what is known now");
            browser.checkAccess();
            browser.checkWidth();
            page.locator("a:has-text('13 months')").click();
            page.waitForURL("**range=13m**series=restated**");
        }
    }

    private void everyLineOfTheLedgerComesOutAgain() {
        var verified = own.done(own.ask("POST", "/verifications", Map.of()));

        assertThat(verified.path("differing").asLong()).isZero();
        assertThat(verified.path("identical").asLong()).isGreaterThan(2_000);
    }

    /// Enough of them for the curve to notice.
    private void bringLateTickets() throws IOException {
        var tickets = new StringBuilder("ticket_id,account_id,created_at,priority\n");
        for (int i = 0; i < 40; i++) {
            tickets.append("L%d,%s,%sT09:00:00Z,normal\n".formatted(i, account, LATE_DAY));
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(folder.resolve("ticket.csv"), tickets);
        bring();
    }

    private void bring() throws IOException {
        own.bring(folder, "2025-04-01");
    }

    private JsonNode health(String day, String more) {
        return own.get(path() + "?as_of=" + day + more);
    }

    /// The very bytes of the answer.
    private String http(String day, String more) {
        var path = "/api/v1" + path() + "?as_of=" + day + more;
        var answer = TestHouse.ask(own.token(), "GET", path, "");
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.http().body();
    }
}
