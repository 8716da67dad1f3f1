package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.keepwell.story.Browser.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody changes the model safely: sees whom a draft would move before it is published, is right
/// about it, and takes it back.
class ModelStoryTest {

    private static final String MODEL = "/health/models/default";
    private static final String CURVE = "measure/days_since_last_communication";

    /// A run goes over all accounts, and others may run before it.
    private static final WaitForFunctionOptions PATIENCE =
            new WaitForFunctionOptions().setTimeout(600_000).setPollingInterval(500);

    /// How an account stands: its colour and its score.
    private record Stand(String band, String score) {}

    @Test
    void who_is_foretold_to_move_moves_and_comes_back() {
        try (var browser = Browser.open(Look.LIGHT, SampleHouse.shared().id())) {
            var page = browser.go(MODEL);
            var inForce = version(page);
            var before = stands(page);
            begin(page);

            type(page, "#weight-usage", "50");
            open(page, CURVE);
            type(page, "#knot-x-1", "40");
            var foretold = movers(page);
            gridAddsUp(page, foretold.size(), before.size());
            assertThat(texts(page.locator(".pane .changes li")))
                    .hasSize(2)
                    .anyMatch(it -> it.contains("Usage weight 30 → 50"));

            publish(page, "Use counts more");
            awaitVersion(page, inForce + 1);
            var after = stands(page);
            assertThat(foretold).isNotEmpty().isEqualTo(changed(before, after));

            browser.go(MODEL + "/versions/%d...%d".formatted(inForce, inForce + 1));
            assertThat(page.locator(".changes").textContent()).contains("Usage weight 30 → 50");

            browser.go(MODEL);
            page.click("[data-rollback='%d']".formatted(inForce));
            awaitVersion(page, inForce + 2);
            assertThat(stands(page)).isEqualTo(before);
        }
    }

    @Test
    void form_and_text_are_the_same_model() {
        try (var browser = Browser.open(Look.LIGHT, SampleHouse.shared().id())) {
            var page = browser.go(MODEL);
            begin(page);
            var original = page.inputValue("#text");

            type(page, "#weight-usage", "44");
            assertThat(page.inputValue("#text")).isNotEqualTo(original).contains("weight: 44");
            change(page, () -> page.click("[data-undo]"));
            assertThat(page.inputValue("#text")).isEqualTo(original);

            page.click("[data-show=text]");
            page.fill("#text", original.replaceFirst("weight: 30", "weight: x"));
            page.locator("#text-finding:visible").waitFor();
            assertThat(page.locator("#text-finding").textContent()).contains("line", "number");
            page.fill("#text", original);
            page.locator("#text-finding").waitFor(hidden());
            page.click("[data-show=form]");
            assertThat(page.inputValue("#weight-usage")).isEqualTo("30");
            page.click("[data-discard]");
            page.waitForURL("**" + MODEL);
        }
    }

    @Test
    void a_point_of_a_curve_is_moved_by_keys() {
        try (var browser = Browser.open(Look.LIGHT, SampleHouse.shared().id())) {
            var page = browser.go(MODEL);
            begin(page);
            open(page, CURVE);
            var before = page.inputValue("#knot-x-1");
            var tree = page.locator("#desk-tree a[aria-current=true]");
            tree.focus();
            page.keyboard().press("s");
            page.keyboard().press("Tab");
            change(
                    page,
                    () -> {
                        page.keyboard().press("Shift+ArrowRight");
                        page.keyboard().press("ArrowUp");
                    });

            assertThat(Double.parseDouble(page.inputValue("#knot-x-1")))
                    .isGreaterThan(Double.parseDouble(before));
            assertThat(page.inputValue("#knot-y-1")).isEqualTo("1");
            assertThat(texts(page.locator(".pane .changes li"))).hasSize(1);
            page.click("[data-discard]");
            page.waitForURL("**" + MODEL);
        }
    }

    @Test
    void who_may_not_change_models_sees_why() {
        var token = SampleHouse.shared().token(Set.of("health:read", "models:read"));
        try (var browser = Browser.open(Look.LIGHT, SampleHouse.shared().id())) {
            var page = browser.page();
            page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + token));
            browser.go(MODEL);

            assertThat(page.locator("[data-begin]").isDisabled()).isTrue();
            assertThat(page.locator("#closed").textContent()).contains("models:write");
            assertThat(page.locator("#weight-usage").isDisabled()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DARK")
    void the_pages_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look, SampleHouse.shared().id())) {
            var page = browser.go(MODEL);
            check(browser, "model");
            begin(page);
            type(page, "#weight-usage", "60");
            for (var part : List.of(CURVE, "caps", "bands", "profiles")) {
                open(page, part);
                check(browser, "model-" + part.replaceAll("/.*", ""));
            }
            page.click("[data-show=text]");
            check(browser, "model-text");
            page.click("[data-discard]");
            page.waitForURL("**" + MODEL);
        }
    }

    private static void check(Browser browser, String name) {
        browser.checkWidth();
        browser.checkAccess();
        browser.picture(name);
    }

    private static void begin(Page page) {
        page.click("[data-begin]");
        page.waitForURL("**/edit?draft=*");
        settle(page);
    }

    private static void open(Page page, String part) {
        page.click("#desk-tree a[data-node='%s']".formatted(part));
        page.locator("#desk-part[data-node='%s']".formatted(part)).waitFor();
    }

    private static void type(Page page, String field, String value) {
        change(
                page,
                () -> {
                    page.fill(field, value);
                    page.press(field, "Tab");
                });
    }

    /// Does what makes another revision, and waits for it and its consequences.
    private static void change(Page page, Runnable doing) {
        var revision = page.getAttribute("model-editor", "data-revision");
        doing.run();
        page.waitForFunction(
                "was => document.querySelector('model-editor').dataset.revision !== was", revision);
        settle(page);
    }

    /// Until the consequences are those of the draft as it is now.
    private static void settle(Page page) {
        page.waitForFunction(
                """
                () => document.querySelector('[data-pane]')?.dataset.revision
                    === document.querySelector('model-editor').dataset.revision
                """,
                null,
                PATIENCE);
    }

    private static HashSet<String> movers(Page page) {
        var movers = new HashSet<String>();
        page.locator("#movers tbody tr")
                .all()
                .forEach(it -> movers.add(it.getAttribute("data-account")));
        return movers;
    }

    private static void gridAddsUp(Page page, int movers, int accounts) {
        var all = 0;
        var moved = 0;
        for (var cell : page.locator("[data-cell]").all()) {
            var way = cell.getAttribute("data-cell").split("-");
            var count = Integer.parseInt(cell.getAttribute("data-value"));
            all += count;
            moved += way[0].equals(way[1]) ? 0 : count;
        }
        assertThat(all).isEqualTo(accounts);
        assertThat(moved).isEqualTo(movers);
    }

    private static void publish(Page page, String note) {
        page.keyboard().press("Control+Enter");
        page.fill("[data-publish-form] [name=note]", note);
        page.click("[data-publish-form] .button-main");
        page.waitForURL("**" + MODEL);
    }

    private static int version(Page page) {
        return ask(page, "/api/v1/models/current").path("version").asInt();
    }

    /// Until the accounts are judged by this version.
    private static void awaitVersion(Page page, int version) {
        page.getByText("Version %d in force".formatted(version)).waitFor();
        var judged =
                page.evaluate(
                        """
                        async version => {
                            for (let i = 0; i < 1200; i++) {
                                const path = '/api/v1/accounts/ext:csv/northwind/health';
                                const health = await (await fetch(path)).json();
                                if (health.model_version === version) return version;
                                await new Promise(done => setTimeout(done, 250));
                            }
                        }
                        """,
                        version);
        assertThat(judged).isEqualTo(version);
    }

    /// Everybody who has a score, as the API tells it.
    private static Map<String, Stand> stands(Page page) {
        var stands = new HashMap<String, Stand>();
        var cursor = "";
        do {
            var answer = ask(page, "/api/v1/accounts?limit=500" + cursor);
            for (var it : answer.path("data")) {
                var health = it.path("health");
                if (!health.path("band").isMissingNode() && !health.path("band").isNull()) {
                    stands.put(
                            it.path("id").asString(),
                            new Stand(
                                    health.path("band").asString(),
                                    health.path("published").toString()));
                }
            }
            var next = answer.path("next_cursor");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return stands;
    }

    private static HashSet<String> changed(Map<String, Stand> before, Map<String, Stand> after) {
        var changed = new HashSet<String>();
        before.forEach((account, it) -> {
            if (!it.band().equals(after.get(account).band())) {
                changed.add(account);
            }
        });
        return changed;
    }

    private static JsonNode ask(Page page, String path) {
        var text = page.evaluate("async path => (await fetch(path)).text()", path).toString();
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> texts(Locator all) {
        return new ArrayList<>(all.allTextContents());
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
