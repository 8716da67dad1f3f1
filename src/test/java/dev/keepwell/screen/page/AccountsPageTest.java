package dev.keepwell.screen.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.KeyboardModifier;
import dev.keepwell.story.Browser;
import dev.keepwell.story.Browser.Look;
import dev.keepwell.story.ListedCompany;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page of all accounts, in the real browser.
class AccountsPageTest {

    @ParameterizedTest
    @EnumSource
    void the_list_and_the_look_at_one_account_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, ListedCompany.workspace())) {
            var page = browser.go("/accounts");
            assertThat(page.title()).isEqualTo("Accounts · Keepwell");
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("accounts");

            page.locator(".peek-button").first().click();
            page.locator("#peek h2").waitFor();

            browser.checkAccess();
            browser.checkWidth();
            browser.picture("accounts-peek");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_choice_of_filters_and_an_empty_list_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, ListedCompany.workspace())) {
            var page = browser.go("/accounts?f=mrr.over(99999),customer.is(yes)");
            assertThat(page.locator(".state h2").textContent())
                    .isEqualTo("No accounts match these 2 filters.");
            assertThat(page.locator(".rescues li").count()).isEqualTo(2);

            page.locator("summary", new Page.LocatorOptions().setHasText("Filter")).click();

            browser.checkAccess();
            browser.checkWidth();
            browser.picture("accounts-empty");
        }
    }

    @Test
    void the_address_says_all_that_was_chosen_and_shows_it_again() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/accounts");

            pick(page, "Filter", "Red");
            sees(page, "f=customer.is(yes),health.in(R)");
            page.locator("th.col-health a").click();
            sees(page, "sort=score");
            page.locator("th.col-change a")
                    .click(
                            new Locator.ClickOptions()
                                    .setModifiers(List.of(KeyboardModifier.SHIFT)));
            sees(page, "sort=score,change");
            pick(page, "Columns", "Coverage");
            sees(page, ",coverage");
            var rows = page.locator("[data-row]").allTextContents();

            page.reload();

            assertThat(page.locator("[data-row]").allTextContents()).isEqualTo(rows).isNotEmpty();
            assertThat(page.locator("th.col-health").getAttribute("aria-sort"))
                    .isEqualTo("ascending");
            page.goBack();
            page.goBack();
            sees(page, "sort=score");
        }
    }

    @Test
    void the_list_is_walked_by_keyboard() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/accounts");
            var names = page.locator(".row-link").allTextContents();

            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("Space");
            PlaywrightAssertions.assertThat(page.locator("#peek h2")).hasText(names.get(1));
            page.keyboard().press("k");
            PlaywrightAssertions.assertThat(page.locator("#peek h2")).hasText(names.get(0));
            page.keyboard().press("Escape");
            assertThat(page.locator("#peek").isHidden()).isTrue();
            page.keyboard().press("2");
            sees(page, "view=renewals-at-risk");
            // The address changes before the list does, and whoever goes back then sees neither.
            PlaywrightAssertions.assertThat(page.locator(".tabs a[aria-current]"))
                    .hasText("Renewals at risk");
            page.goBack();
            PlaywrightAssertions.assertThat(page.locator(".tabs a[aria-current]"))
                    .hasText("Customers");
            page.locator(".row-link").first().focus();
            page.keyboard().press("Enter");

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(names.get(0));
        }
    }

    @Test
    void what_is_typed_becomes_an_address_like_any_other() {
        try (var browser = Browser.open(Look.LIGHT, ListedCompany.workspace())) {
            var page = browser.go("/accounts?f=");

            page.keyboard().press("/");
            page.keyboard().type("ACCOUNT 12");
            sees(page, "q=ACCOUNT%2012");
            PlaywrightAssertions.assertThat(page.locator("[data-row]")).hasCount(1);
            page.locator("summary", new Page.LocatorOptions().setHasText("Filter")).click();
            page.locator("[name=add]").fill("mrr.over(1)");
            page.locator("[name=add]").press("Enter");
            sees(page, "f=mrr.over(1)&q=ACCOUNT%2012");
        }
    }

    @Test
    void without_accounts_and_without_a_judged_day_the_page_says_what_to_do() {
        var fresh = TestDatabase.freshWorkspace();
        TestHouse.bean(Workspaces.class).create(fresh, "Fresh");
        try (var browser = Browser.open(Look.LIGHT, fresh)) {
            var page = browser.go("/accounts");

            assertThat(page.locator(".state h2").textContent()).isEqualTo("No accounts yet");
            assertThat(page.locator(".state pre").textContent()).contains("./keepwell import");
            browser.checkAccess();
        }
    }

    private static void pick(Page page, String menu, String choice) {
        page.locator("summary", new Page.LocatorOptions().setHasText(menu)).click();
        page.locator("details[open] .pick", new Page.LocatorOptions().setHasText(choice))
                .first()
                .click();
    }

    private static void sees(Page page, String part) {
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(part) + ".*"));
    }
}
