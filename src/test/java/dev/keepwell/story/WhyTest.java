package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.keepwell.story.Browser.Look;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A newcomer's first minutes: the link of the demo, the list of accounts, Northwind Robotics, and
/// why it is at 69.3.
class WhyTest {

    private static final String NORTHWIND = "Northwind Robotics";

    @Test
    void a_newcomer_learns_why_northwind_is_at_69_3() {
        try (var browser = Browser.open(Look.LIGHT, DemoHouse.shared().firstLink())) {
            var page = browser.page();
            assertThat(page.title()).isEqualTo("Accounts · Keepwell");

            page.locator("[data-search]").fill("northwind");
            var link = page.getByRole(AriaRole.LINK, named(NORTHWIND)).first();
            link.click();
            page.waitForURL("**/accounts/acc_*");
            assertThat(page.locator(".big-score").textContent()).isEqualTo("69.3");
            assertThat(page.locator("main").textContent())
                    .contains("What would make it green?", "5.7 points to green");

            page.locator("nav[aria-label=Account]").getByText("Health").click();
            page.waitForURL("**/health");
            seesWhatItIsMadeOf(page);
            seesWhyItMoved(page);
            page.click("[data-action=theme]");
            assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");

            page.locator("#measures .measure-name a:has-text('DAU / MAU')").click();
            page.waitForURL("**/metrics/dau_mau_ratio**");
            assertThat(page.locator("h1").textContent()).contains("DAU / MAU");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void every_page_on_the_way_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, DemoHouse.shared().anotherLink())) {
            var page = browser.page();
            check(browser, "accounts");
            browser.go("/accounts/ext:csv/northwind");
            check(browser, "overview");
            browser.go("/accounts/ext:csv/northwind/health");
            page.locator("[data-chart=fall] svg").waitFor();
            check(browser, "health");
            browser.go("/metrics/dau_mau_ratio");
            check(browser, "metric");
        }
    }

    private static void seesWhatItIsMadeOf(Page page) {
        assertThat(column(page.locator("#groups tbody tr"), 4))
                .containsExactly("18.00", "14.00", "12.75", "11.10", "6.60", "6.85");
        assertThat(cells(page.locator("#groups tfoot tr")))
                .containsExactly("100", "", "69.30", "30.70", "−5.30");
        var ofUsage = "#measures > tbody > tr:not(.more):has(> td:text-is(\"Usage\"))";
        assertThat(column(page.locator(ofUsage), 8))
                .containsExactlyInAnyOrder("4.23", "4.95", "6.12", "2.70");
    }

    private static void seesWhyItMoved(Page page) {
        var bars = page.locator("#change-table tbody tr");
        assertThat(bars.first().locator("th").textContent()).isEqualTo("Usage");
        assertThat(bars.first().locator("td").last().textContent()).isEqualTo("−5.40");
        assertThat(page.locator("#change-table tfoot td").last().textContent()).isEqualTo("−5.3");
        assertThat(page.locator("[data-chart=fall] svg").isVisible()).isTrue();
    }

    private static void check(Browser browser, String name) {
        browser.checkAccess();
        browser.checkWidth();
        browser.picture(name);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /// The texts of one column; a row's heading is its first cell.
    private static List<String> column(Locator rows, int number) {
        return rows.locator("> *:nth-child(" + number + ")").allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    private static List<String> cells(Locator row) {
        return row.locator("td").allTextContents().stream().map(String::strip).toList();
    }
}
