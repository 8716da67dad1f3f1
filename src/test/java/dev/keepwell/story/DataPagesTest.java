package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.Browser.Look;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever sends events sees what became of each, and mends those that could not be used.
class DataPagesTest {

    private static final String GROUP =
            """
            {"type": "group", "messageId": "g1", "userId": "u2", "groupId": "A2",\
             "timestamp": "2026-03-01T09:00:00Z", "traits": {"name": "Brightwater"}}\
            """;
    private static final String BY_GROUP_CALL =
            """
            {"type": "track", "event": "Plan Opened", "messageId": "by-group", "userId": "u2",\
             "timestamp": "2026-03-01T10:00:00Z"}\
            """;
    private static final String BY_PROPERTY =
            """
            {"type": "track", "event": "Plan Closed", "messageId": "by-property", "userId": "u3",\
             "properties": {"account_id": "A9"}}\
            """;
    private static final String ORPHAN =
            """
            {"type": "page", "messageId": "orphan", "anonymousId": "v1",\
             "timestamp": "2026-03-01T10:00:00Z"}\
            """;
    private static final String NAMELESS =
            """
            {"type": "track", "messageId": "%s", "userId": "u1"}\
            """;
    private static final String BAD_TIME =
            """
            {"type": "track", "event": "Plan Opened", "messageId": "bad-time", "userId": "u1",\
             "timestamp": "yesterday", "properties": {"seats": 12.50}}\
            """;

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void from_the_first_event_to_the_last_that_was_mended(Look look) {
        var name = "data-" + look.name().toLowerCase(Locale.ROOT);
        var door = Sending.toNewWorkspace(name);
        try (var browser = Browser.open(look, new WorkspaceId(name))) {
            theFirstEventIsWaitedFor(browser, door);
            eachCallSaysWhatBecameOfIt(browser, door);
            oneIsMended(browser, door);
            aGroupIsMended(browser, door);
            everyEventIsAccountedFor(browser, door);
        }
    }

    private static void theFirstEventIsWaitedFor(Browser browser, Sending door) {
        var page = browser.go("/data");
        assertThat(page.title()).isEqualTo("Data · Keepwell");
        page.locator("main .button").click();
        page.waitForURL("**/data/live");
        assertThat(page.locator("#first-call").textContent())
                .contains("curl", TestHouse.address() + "/v1/track", "$KEEPWELL_WRITE_KEY");
        page.locator("button:has-text('Make a write key')").click();
        PlaywrightAssertions.assertThat(page.locator("#new-key")).containsText("kw_write_");
        check(browser, "data-live-empty");

        door.send("/v1/batch", Sending.batch(GROUP));

        // It comes by itself.
        PlaywrightAssertions.assertThat(row(page, "Brightwater")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#new-key")).isVisible();
    }

    private static void eachCallSaysWhatBecameOfIt(Browser browser, Sending door) {
        door.send(
                "/v1/batch",
                Sending.batch(
                        Sending.track("m1", "u1", "A1"),
                        Sending.track("m1", "u1", "A1"),
                        BY_GROUP_CALL,
                        BY_PROPERTY,
                        ORPHAN,
                        BAD_TIME,
                        NAMELESS.formatted("nameless-1"),
                        NAMELESS.formatted("nameless-2"),
                        "7"));
        assertThat(door.send("/v1/batch", "{\"writeKey\": \"" + door.key() + "\"}").status())
                .isEqualTo(400);
        door.settle();
        var page = browser.go("/data/live");

        var first = PlaywrightAssertions.assertThat(row(page, "Report Exported").last());
        first.containsText("context.groupId, known to no source");
        first.containsText("✓Stored");
        PlaywrightAssertions.assertThat(row(page, "Report Exported").first())
                .containsText("=Duplicate");
        var byGroup = PlaywrightAssertions.assertThat(row(page, "the user’s group call"));
        byGroup.containsText("Brightwater");
        byGroup.containsText("Plan Opened");
        var byProperty = PlaywrightAssertions.assertThat(row(page, "Plan Closed"));
        byProperty.containsText("properties.account_id");
        byProperty.containsText("time supplied");
        PlaywrightAssertions.assertThat(row(page, "orphan")).containsText("visitor");
        PlaywrightAssertions.assertThat(row(page, "bad_timestamp")).containsText("✗Set aside");
        PlaywrightAssertions.assertThat(row(page, "400 missing_batch")).containsText("Refused");
        check(browser, "data-live");
        aRowOpensAndStaysOpen(browser, door);
    }

    private static void aRowOpensAndStaysOpen(Browser browser, Sending door) {
        var page = browser.page();
        row(page, "400 missing_batch").locator("summary").first().click();
        var opened = row(page, "400 missing_batch").locator(".call-body");
        PlaywrightAssertions.assertThat(opened).containsText("The sender was answered 400");
        assertThat(page.content()).doesNotContain(door.key());
        row(page, "bad_timestamp").locator("summary").first().click();
        PlaywrightAssertions.assertThat(row(page, "bad_timestamp").locator("mark"))
                .containsText("yesterday");
        PlaywrightAssertions.assertThat(page.locator("[data-live]"))
                .hasText("Paused while a row is open");
        check(browser, "data-live-open");

        page.locator("button:has-text('Make a test event')").click();
        PlaywrightAssertions.assertThat(row(page, "Keepwell test event")).isVisible();
        PlaywrightAssertions.assertThat(row(page, "bad_timestamp").locator("mark")).isVisible();
        door.settle();
    }

    private static void oneIsMended(Browser browser, Sending door) {
        var page = browser.go("/data/rejected");
        PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(3);
        PlaywrightAssertions.assertThat(page.locator("tr:has-text('not_an_object')"))
                .containsText("The sender was told");
        check(browser, "data-rejected");
        page.locator("a:has-text('Bad timestamp')").click();
        page.waitForURL("**/data/rejected/bad_timestamp");
        page.keyboard().press("j");
        page.keyboard().press("r");
        var text = page.locator("textarea");
        PlaywrightAssertions.assertThat(text).isFocused();
        PlaywrightAssertions.assertThat(text).hasValue(java.util.regex.Pattern.compile("12\\.50"));
        PlaywrightAssertions.assertThat(page.locator(".payload mark")).containsText("yesterday");
        text.fill(text.inputValue().replace("yesterday", "tomorrow"));
        page.locator("button:text-is('Replay')").click();
        PlaywrightAssertions.assertThat(page.locator("[data-mend] [role=alert]"))
                .containsText("This one is 'tomorrow'");
        check(browser, "data-mend");
        assertThat(text.inputValue()).contains("tomorrow");

        text.fill(text.inputValue().replace("tomorrow", "2026-03-01T11:00:00Z"));
        text.press("Control+Enter");
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).containsText("Sent again");

        door.settle();
        assertThat(door.stored()).contains("bad-time");
    }

    private static void aGroupIsMended(Browser browser, Sending door) {
        var page = browser.go("/data/rejected/missing_name");
        assertThat(page.locator("[name=pointer]").inputValue()).isEqualTo("/event");
        page.locator("#fix [name=value]").fill("Named Later");
        page.locator("button:has-text('Preview')").click();
        PlaywrightAssertions.assertThat(page.locator(".sample")).hasCount(2);
        PlaywrightAssertions.assertThat(page.locator(".sample mark").first())
                .containsText("Named Later");
        check(browser, "data-fix");
        page.locator("button:has-text('Fix and replay 2')").click();
        page.waitForURL("**replayed=2&left=0");
        PlaywrightAssertions.assertThat(page.locator(".banner")).containsText("2 sent again.");

        browser.go("/data/rejected/not_an_object");
        page.locator("summary").first().click();
        page.locator("button:has-text('Ignore')").click();
        PlaywrightAssertions.assertThat(page.locator("[data-done]")).containsText("Ignored");
        browser.go("/data/rejected");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Nothing is set aside");
        door.settle();
        assertThat(door.stored()).contains("nameless-1", "nameless-2");
    }

    private static void everyEventIsAccountedFor(Browser browser, Sending door) {
        var page = browser.go("/data");
        var balance = door.balance();
        var all = page.locator("#balance tfoot td");
        PlaywrightAssertions.assertThat(page.locator(".verdict"))
                .containsText("Every event is accounted for");
        assertThat(all.nth(0).textContent()).isEqualTo(balance.path("received").asString());
        assertThat(all.nth(1).textContent().strip()).isEqualTo(balance.path("stored").asString());
        check(browser, "data");
        page.locator("#balance tbody tr").first().locator("td a").first().click();
        page.waitForURL("**/data/live?source=*&show=stored");
    }

    @Test
    void a_list_that_somebody_paused_stands_still() {
        var door = Sending.toNewWorkspace("data-paused");
        door.send("/v1/batch", Sending.batch(Sending.track("p1")));
        door.settle();
        try (var browser = Browser.open(Look.LIGHT, new WorkspaceId("data-paused"))) {
            var page = browser.go("/data/live");
            page.keyboard().press("p");
            PlaywrightAssertions.assertThat(page.locator("[data-live]")).hasText("Paused");

            door.send("/v1/batch", Sending.batch(Sending.track("p2")));
            door.settle();
            page.waitForFunction(
                    "start => performance.now() - start > 2500",
                    page.evaluate("performance.now()"));
            PlaywrightAssertions.assertThat(page.locator(".call")).hasCount(1);

            page.keyboard().press("p");
            PlaywrightAssertions.assertThat(page.locator(".call")).hasCount(2);
        }
    }

    private static Locator row(Page page, String text) {
        return page.locator(".call:has-text('" + text + "')");
    }

    private static void check(Browser browser, String name) {
        browser.checkAccess();
        browser.checkWidth();
        browser.picture(name);
    }
}
