package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// No page asks the database once for each row that it shows: where there is more to show, what is
/// sent to the database stays the same.
class StatementCountTest {

    private static final int FEW = 4;
    private static final int MANY = 12;

    /// They stream, or read every metric there is, or ask for what only the operator may see.
    private static final Set<String> NOT_ASKED =
            Set.of(
                    "/static/**",
                    "/sign-in/{link}",
                    "/api/v1/survey",
                    "/api/v1/openapi.json",
                    "/api/v1/openapi.json.yaml",
                    "/api/v1/exports/everything",
                    "/api/v1/demo/facts",
                    "/api/v1/checks",
                    "/api/v1/routes",
                    "/api/v1/workspaces");

    /// What a route needs to know besides its own words. A name stands for something of the
    /// company.
    private static final Map<String, String> ADDRESSES =
            Map.ofEntries(
                    Map.entry("/account-peeks/{id}", "/account-peeks/{ref}"),
                    Map.entry("/account-sheet", "/account-sheet?format=csv"),
                    metric("/metrics/{id}", ""),
                    metric("/metrics/{id}/value", ""),
                    metric("/metrics/{id}/trend", ""),
                    metric("/metrics/{id}/accounts", ""),
                    metric("/metrics/{id}/evidence", ""),
                    metric("/metrics/{id}/row-sheet", "?format=csv"),
                    metric("/metrics/{id}/account-sheet", "?format=csv"),
                    metric("/api/v1/metrics/{id}", ""),
                    metric("/api/v1/metrics/{id}/values", "?grain=account"),
                    metric("/api/v1/metrics/{id}/rows", "?grain=company"),
                    metric("/api/v1/metrics/{id}/history", "?from=2026-01-01&to=2026-01-31"),
                    model("", ""),
                    model("/edit", "?draft={draft}"),
                    model("/edit/desk", "?draft={draft}"),
                    model("/edit/consequences", "?draft={draft}"),
                    model("/versions/{from}...{to}", ""),
                    Map.entry(
                            "/data/quality/orphans/{table}/{column}",
                            "/data/quality/orphans/contact/account_id"),
                    Map.entry("/data/live/calls/{id}", "/data/live/calls/{call}"),
                    Map.entry("/data/letters/{id}", "/data/letters/{letter}"),
                    Map.entry("/api/v1/dead-letters/{id}", "/api/v1/dead-letters/{letter}"),
                    wizard(""),
                    wizard("/upload"),
                    wizard("/map"),
                    wizard("/check"),
                    wizard("/preview"),
                    wizard("/trial"),
                    wizard("/mapping"),
                    wizard("/rejected"),
                    done("/data/import/{id}/run"),
                    done("/data/import/{id}/progress"),
                    done("/data/import/{id}/result"),
                    done("/data/import/{id}/undo-state"),
                    done("/api/v1/imports/{id}/rejections"),
                    done("/api/v1/imports/{id}/undo"),
                    Map.entry("/api/v1/models/versions/{number}", "/api/v1/models/versions/1"),
                    Map.entry("/api/v1/models/diff", "/api/v1/models/diff?from=1&to=2"),
                    Map.entry("/api/v1/models/drafts/{id}", "/api/v1/models/drafts/{draft}"),
                    Map.entry(
                            "/api/v1/models/distributions/{metric}",
                            "/api/v1/models/distributions/mrr"),
                    Map.entry("/api/v1/mappings/{name}", "/api/v1/mappings/{mapping}"),
                    Map.entry("/api/v1/exports/{what}", "/api/v1/exports/dead-letters"),
                    Map.entry("/api/v1/jobs/{id}", "/api/v1/jobs/{job}"),
                    Map.entry(
                            "/api/v1/webhooks/{id}/deliveries",
                            "/api/v1/webhooks/{webhook}/deliveries"));

    private static Map.Entry<String, String> metric(String route, String question) {
        return Map.entry(route, route.replace("{id}", "mrr") + question);
    }

    private static Map.Entry<String, String> model(String rest, String question) {
        var address = "/health/models/small" + rest.replace("{from}...{to}", "1...2") + question;
        return Map.entry("/health/models/{name}" + rest, address);
    }

    private static Map.Entry<String, String> wizard(String rest) {
        return Map.entry("/data/import/{id}" + rest, "/data/import/{wizard}" + rest);
    }

    private static Map.Entry<String, String> done(String route) {
        return Map.entry(route, route.replace("{id}", "{import}"));
    }

    @Test
    void what_a_page_asks_does_not_grow_with_what_it_shows() {
        var few = CountedCompany.of(FEW);
        var many = CountedCompany.of(MANY);
        var wrong = new ArrayList<String>();

        for (var route : routes()) {
            var address = address(route);
            var once = asked(few, address);
            var often = asked(many, address);
            if (once.status() >= 400 || often.status() >= 400) {
                wrong.add("%s: answered %s".formatted(address, often));
            } else if (once.sql().size() != often.sql().size()) {
                wrong.add("%s: more of %s".formatted(address, more(once.sql(), often.sql())));
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// How a request was answered, and what that took.
    private record Asked(int status, List<String> sql) {}

    private static Asked asked(CountedCompany company, String address) {
        var answers = new ArrayList<TestHouse.Answer>();
        var sql = Statements.during(() -> answers.add(company.get(company.path(address))));
        assertThat(sql).as(address).isNotEmpty();
        return new Asked(answers.getFirst().status(), sql);
    }

    /// Every route that can be looked at: one that is added tomorrow has to say what it is asked.
    private static Set<String> routes() {
        var routes = new TreeSet<String>();
        for (var it : TestHouse.ask("GET", "/api/v1/routes", "").json().path("routes")) {
            if (it.path("methods").valueStream().anyMatch(StatementCountTest::isGet)
                    && !it.path("public").asBoolean()) {
                routes.add(it.path("path").asString());
            }
        }
        routes.removeAll(NOT_ASKED);
        return routes;
    }

    private static boolean isGet(JsonNode method) {
        return method.asString().equals("GET");
    }

    private static String address(String route) {
        var theirs = route.replace("{source:ext:.+}/{id}", "ext:crm/A1");
        var address = ADDRESSES.getOrDefault(route, theirs);
        return address.endsWith("/health/change") ? address + "?from={from}&to={day}" : address;
    }

    private static Set<String> more(List<String> once, List<String> often) {
        var counts = new TreeMap<String, Integer>();
        often.forEach(it -> counts.merge(it.replaceAll("\\s+", " "), 1, Integer::sum));
        once.forEach(it -> counts.merge(it.replaceAll("\\s+", " "), -1, Integer::sum));
        counts.values().removeIf(it -> it == 0);
        return counts.keySet();
    }
}
