package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.story.Browser.Look;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two systems know one customer: somebody sees it, says so, and takes it back.
class DuplicatesStoryTest {

    private final OwnWorkspace own = OwnWorkspace.open();

    @BeforeEach
    void bring() {
        bring("crm", "A1,Acorn,acorn.example,SMB", "P1,A1,Ann Oak,ann@acorn.example");
        bring("pay", "C9,ACN Ltd,acorn.example,Enterprise", "Q1,C9,A. Oak,Ann@Acorn.example");
    }

    @Test
    void a_merge_is_two_keys_away_and_comes_undone() {
        try (var browser = Browser.open(Look.LIGHT, own.id())) {
            var page = browser.go("/data/duplicates");
            assertThat(page.locator(".pair").count()).isEqualTo(2);
            assertThat(page.locator(".pair").first().textContent())
                    .contains("Both have the domain acorn.example.", "Segment differs", "SMB");
            browser.checkAccess();
            browser.picture("duplicates");

            page.keyboard().press("j");
            page.keyboard().press("m");

            page.waitForURL("**done=mrg_**");
            assertThat(page.locator(".done p").textContent())
                    .isEqualTo("ACN Ltd is now part of Acorn.");
            assertThat(page.locator(".pair").count()).isEqualTo(1);
            browser.checkAccess();
            theAccountTellsWhoItIs(browser);

            browser.go("/data/duplicates").locator("button:has-text('Unmerge')").click();

            page.waitForURL("**done=mrg_**");
            assertThat(page.locator(".done p").textContent())
                    .isEqualTo("ACN Ltd stands for itself again.");
            page.locator(".pair >> nth=0 >> text=Not a duplicate").click();
            page.waitForURL("**done=apart");
            assertThat(page.locator(".pair").count()).isEqualTo(1);
        }
        for (var look : List.of(Look.DARK, Look.PHONE)) {
            try (var browser = Browser.open(look, own.id())) {
                browser.go("/data/duplicates");
                browser.checkAccess();
                browser.checkWidth();
                browser.picture("duplicates");
            }
        }
    }

    private void theAccountTellsWhoItIs(Browser browser) {
        var page = browser.go("/accounts/ext:pay/C9");
        page.locator(".known-as summary").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Acorn");
        assertThat(page.locator(".known-as").textContent())
                .contains("ext:crm/A1", "ext:pay/C9", "from crm; pay says Enterprise");
        browser.checkAccess();
        browser.picture("known-as");
    }

    @Test
    void the_api_says_the_same_and_asks_for_the_right() {
        var pair = own.get("/identity/duplicates").path("data").get(0);
        assertThat(pair.path("first").path("ref").asString()).startsWith("ext:");
        assertThat(pair.path("rule").asString()).isEqualTo("same_domain");

        var done = own.ask("POST", "/identity/merges", order("ext:pay/C9", "ext:crm/A1"));
        assertThat(done.path("job").isNull()).isTrue();
        var merge = done.path("merge").path("id").asString();
        assertThat(own.get("/accounts").path("data").size()).isEqualTo(1);
        assertThat(segment()).isEqualTo("SMB from crm");

        own.ask(
                "PUT",
                "/identity/precedence",
                Map.of("table", "account", "sources", List.of("pay")));
        assertThat(segment()).isEqualTo("Enterprise from pay");

        var reader = own.token(Set.of("accounts:read"));
        var path = "/api/v1/identity/merges/" + merge;
        assertThat(TestHouse.ask(reader, "DELETE", path, "").status()).isEqualTo(403);
        own.ask("DELETE", "/identity/merges/" + merge, Map.of());
        assertThat(own.get("/accounts").path("data").size()).isEqualTo(2);
        assertThat(own.get("/identity/merges").path("data").get(0).path("undone_by").asString())
                .isNotEmpty();
    }

    @Test
    void only_exact_matches_are_merged_by_themselves_and_only_if_wished() {
        own.ask("POST", "/identity/merges", order("ext:pay/C9", "ext:crm/A1"));
        assertThat(own.get("/identity/matching").path("automatic").asBoolean()).isFalse();

        own.ask("PUT", "/identity/matching", Map.of("automatic", true));

        var merges = own.get("/identity/merges").path("data");
        assertThat(merges.size()).isEqualTo(2);
        var automatic = merges.get(0);
        assertThat(automatic.path("merged_by").asString()).isEqualTo("keepwell");
        assertThat(automatic.path("rule").asString()).isEqualTo("same_email");
        own.ask("DELETE", "/identity/merges/" + automatic.path("id").asString(), Map.of());
        own.ask("PUT", "/identity/matching", Map.of("automatic", true));
        assertThat(own.get("/identity/merges").path("data").size()).isEqualTo(2);
    }

    private String segment() {
        for (var it : own.get("/accounts/ext:pay/C9/identity").path("fields")) {
            if (it.path("name").asString().equals("segment")) {
                return it.path("value").asString() + " from " + it.path("source").asString();
            }
        }
        return "";
    }

    private static Map<String, String> order(String loser, String survivor) {
        return Map.of("loser", loser, "survivor", survivor, "reason", "One customer.");
    }

    private void bring(String source, String account, String contact) {
        var path =
                "/imports/"
                        + own.ask("POST", "/imports", Map.of("source", source))
                                .path("id")
                                .asString();
        put(path, "account.csv", "account_id,name,domain,segment\n" + account + "\n");
        put(path, "contact.csv", "contact_id,account_id,name,email\n" + contact + "\n");
        JsonNode result = own.done(own.ask("POST", path + "/start", Map.of()));
        assertThat(result.path("rejections").size()).isZero();
    }

    private void put(String path, String name, String text) {
        var answer =
                TestHouse.send(
                        own.token(), "PUT", "/api/v1" + path + "/files/" + name, "text/csv", text);
        assertThat(answer.status()).as(answer.http().body()).isBetween(200, 299);
    }
}
