package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.keepwell.story.Browser.Look;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The health page of an account, taken apart in the real browser.
class HealthTabTest {

    private static final String ACCOUNTS = "/api/v1/accounts?limit=200&sort=change&f=";

    private final String token = ListedCompany.token();

    @Test
    void printed_parts_add_up_to_the_printed_whole_at_every_level() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            for (var account : some("change.known()", 3)) {
                var page = browser.go("/accounts/" + account + "/health");
                var bars = numbers(page, "#change-table tbody td:last-child");
                var total = numbers(page, "#change-table tfoot td:last-child").getFirst();
                assertThat(sum(bars)).isEqualByComparingTo(total);

                var groups = numbers(page, "#groups tbody td:nth-child(4)");
                var measures = numbers(page, "#measures > tbody > tr:not(.more) > td:nth-child(8)");
                var whole = numbers(page, "#groups tfoot td:nth-child(4)").getFirst();
                assertThat(sum(groups)).isEqualByComparingTo(whole);
                assertThat(sum(measures)).isEqualByComparingTo(whole);
                assertThat(numbers(page, "#measures > tbody > tr:not(.more) > td:nth-child(9)"))
                        .allMatch(it -> it.signum() >= 0);
            }
        }
    }

    @Test
    void measures_are_sorted_by_loss_and_by_what_is_asked_and_open_to_their_history() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/accounts/" + some("score.known()", 1).getFirst() + "/health");
            assertThat(numbers(page, "#measures > tbody > tr:not(.more) > td:nth-child(9)"))
                    .isSortedAccordingTo((a, b) -> b.compareTo(a));

            page.locator("#measures thead a:has-text('Measure')").click();
            page.waitForURL("**sort=name**");

            var names = page.locator("#measures .measure-name a").allTextContents();
            assertThat(names).isSorted().isNotEmpty();
            var open = page.locator("#measures [data-action=unfold]").first();
            open.press("Enter");
            assertThat(open.getAttribute("aria-expanded")).isEqualTo("true");
            var more = page.locator("#measures .more").first();
            PlaywrightAssertions.assertThat(more).isVisible();
            assertThat(more.locator(".table-weeks tbody tr").count()).isPositive();
            assertThat(more.locator("a").allTextContents()).contains("SQL", "The rows behind it");
        }
    }

    @Test
    void a_person_overrules_the_score_and_takes_it_back() {
        try (var browser = Browser.open(Look.LIGHT, DemoHouse.shared().anotherLink())) {
            var page = browser.go("/accounts/ext:csv/brightwater/health");
            page.locator("#override summary").click();
            page.locator("#override [name=wish]").selectOption("red");
            page.locator("#override [name=reason]").fill("They told us on the phone.");
            page.locator("#override [name=author]").first().fill("Ann");
            page.locator("#override button:has-text('Overrule')").click();

            var said = page.locator("#override-body > p").first();
            PlaywrightAssertions.assertThat(said).containsText("by Ann until");
            PlaywrightAssertions.assertThat(said).containsText("They told us on the phone.");

            page.locator("#override summary").click();
            page.locator("#override [name=author]").last().fill("Ann");
            page.locator("#override button:has-text('End the override')").click();

            PlaywrightAssertions.assertThat(said).hasText("Nobody overrules the score.");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DARK")
    void what_is_missing_and_since_when_it_was_green_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, ListedCompany.workspace())) {
            browser.go(
                    "/accounts/"
                            + some("score.known()", 1).getFirst()
                            + "/health?since=green&range=13m");
            browser.checkAccess();
            browser.checkWidth();
            var page = browser.go("/accounts/" + some("score.known()", 1).getFirst() + "/health");
            page.locator("[data-action=unfold]").first().click();
            page.locator("#override summary").click();
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("health-open");
        }
    }

    /// A customer who pays, and of whom nothing else is known.
    @ParameterizedTest
    @EnumSource(names = "DARK")
    void an_account_of_which_too_little_is_known_has_no_score_and_says_what_is_missing(
            Look look, @TempDir Path folder) throws IOException {
        var own = OwnWorkspace.open();
        Files.writeString(folder.resolve("account.csv"), "account_id,name\nA1,Acorn\n");
        Files.writeString(
                folder.resolve("subscription_segment.csv"),
                "segment_id,subscription_id,account_id,unit_price,ccy,start_date,end_date\n"
                        + "S1,S1,A1,100,USD,2025-01-01,\n");
        var day = LocalDate.parse("2025-03-31");
        own.bring(folder, day.toString());
        own.judge(day, day);
        try (var browser = Browser.open(look, own.id())) {
            var page = browser.go("/accounts/ext:csv/A1/health");

            assertThat(page.locator("main").textContent()).contains("No score yet", "No data");
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("health-grey");
        }
    }

    @Test
    void trends_of_the_api_are_those_of_the_page() {
        var account = some("change.known()", 1).getFirst();
        var path = "/api/v1/accounts/" + account + "/health/trends";
        var month = TestHouse.ask(token, "GET", path, "").json().path("trends").get(1);
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/accounts/" + account + "/health");

            var shown = page.locator("#trends strong").nth(1).textContent().strip();

            var number = shown.substring(shown.lastIndexOf(' ') + 1).replace('−', '-');
            assertThat(new BigDecimal(number))
                    .isEqualByComparingTo(month.path("change").decimalValue());
        }
    }

    private List<String> some(String filter, int count) {
        var answer = TestHouse.ask(token, "GET", ACCOUNTS + filter, "");
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return answer.json()
                .path("data")
                .valueStream()
                .map(it -> it.path("id").asString())
                .limit(count)
                .toList();
    }

    /// The numbers of these cells; those without one are left out.
    private static List<BigDecimal> numbers(Page page, String cells) {
        Locator found = page.locator(cells);
        return found.allTextContents().stream()
                .map(it -> it.strip().replace('−', '-').replace("+", ""))
                .filter(it -> it.matches("-?[0-9.]+"))
                .map(BigDecimal::new)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
