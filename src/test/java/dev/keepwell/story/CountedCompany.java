package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.webhook.Signing;
import dev.keepwell.workspace.Sessions;
import dev.keepwell.workspace.Workspaces;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A workspace with so many of everything that a page can list: accounts and their records, pairs
/// that look alike, merges, imports, rejected rows and events, deliveries, keys, models and drafts.
record CountedCompany(OwnWorkspace own, int size, String session, Map<String, String> names) {

    private static final String SECRET = "whsec_counted";

    /// Judges everybody by what their pulse says, so that nobody is grey.
    private static final String MODEL =
            """
            model: small
            groups:
              - group: people
                weight: 10
                measures:
                  - { metric: csm_pulse, weight: 1, curve: identity, says: Confident. }
            """;

    private static final Pattern CALL = Pattern.compile("calls/(e[0-9-]+)");

    static CountedCompany of(int size) {
        var own = OwnWorkspace.open();
        var sessions = TestHouse.bean(Sessions.class);
        var session = sessions.open(sessions.link(own.id()).secret()).orElseThrow().secret();
        var made = new CountedCompany(own, size, session, new TreeMap<>());
        made.bring();
        return made;
    }

    /// What a route looks like for this company: each name in it stands for one of its own.
    String path(String route) {
        var path = route;
        for (var it : names.entrySet()) {
            path = path.replace("{" + it.getKey() + "}", it.getValue());
        }
        return path;
    }

    /// Asks as somebody who is signed in.
    TestHouse.Answer get(String path) {
        return TestHouse.send(
                HttpRequest.newBuilder(URI.create(TestHouse.address() + path))
                        .header("Cookie", "keepwell_session=" + session)
                        .build());
    }

    private void bring() {
        var today = TestHouse.bean(Workspaces.class).conventionsOf(own.id());
        var day = today.dayOf(TestHouse.bean(Clock.class).instant());
        var pay = files("pay", Map.of("account.csv", alike(), "contact.csv", contacts("C")));
        var crm =
                files(
                        "crm",
                        Map.of(
                                "account.csv", accounts(),
                                "contact.csv", contacts("A"),
                                "csm_assignment.csv", assignments(),
                                "subscription_segment.csv", subscriptions(),
                                "pulse.csv", pulses(day.minusDays(3) + "T08:00:00Z"),
                                "ticket.csv", tickets(day.minusDays(2) + "T08:00:00Z")));
        for (int i = 0; i < size / 2; i++) {
            merge(i);
            own.ask("PUT", "/models/current", Map.of("yaml", MODEL + "# " + i + "\n"));
            own.ask("POST", "/models/drafts", Map.of());
            own.ask("POST", "/tokens", Map.of("name", "t" + i, "scopes", List.of("all")));
        }
        names.put("import", crm);
        names.put("paid", pay);
        var run = own.ask("POST", "/runs", days(day.minusDays(2), day.minusDays(1)));
        own.done(run);
        names.put("job", run.path("id").asString());
        names.put("day", day.minusDays(1).toString());
        names.put("from", day.minusDays(2).toString());
        events();
        deliveries();
        remember();
    }

    private static Map<String, String> days(Object from, Object to) {
        return Map.of("from", from.toString(), "to", to.toString());
    }

    private void remember() {
        var account = own.get("/accounts/ext:crm/A1");
        names.put("ref", account.path("id").asString());
        names.put("draft", own.get("/models/drafts").path("data").path(0).path("id").asString());
        names.put("metric", "mrr");
        var letter = own.get("/dead-letters").path("data").path(0);
        names.put("letter", letter.path("id").asString());
        names.put("reason", letter.path("reason").asString());
        var call = CALL.matcher(get("/data/live").http().body());
        assertThat(call.find()).isTrue();
        names.put("call", call.group(1));
        names.put("mapping", own.get("/mappings").path("data").path(0).path("name").asString());
        names.put("wizard", wizard());
    }

    /// A file that was looked at, and is not imported yet.
    private String wizard() {
        var id = ask("POST", "/data/import", "").json().path("id").asString();
        ask("PUT", "/data/import/" + id + "/files/account.csv", accounts());
        ask("POST", "/data/import/" + id + "/upload", "");
        ask("POST", "/data/import/" + id + "/map", "");
        return id;
    }

    private TestHouse.Answer ask(String method, String path, String body) {
        return TestHouse.send(own.token(), method, path, "text/csv", body);
    }

    private String files(String source, Map<String, String> files) {
        var id = own.ask("POST", "/imports", Map.of("source", source)).path("id").asString();
        files.forEach((name, text) -> {
            var path = "/api/v1/imports/" + id + "/files/" + name;
            TestHouse.send(own.token(), "PUT", path, "text/csv", text);
        });
        own.done(own.ask("POST", "/imports/" + id + "/start", Map.of()));
        return id;
    }

    private String rows(String header, IntFunction<String> row) {
        return IntStream.range(0, size)
                .mapToObj(row)
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    /// Half of them cannot be read.
    private String accounts() {
        return rows(
                "account_id,name,customer_since,segment,tier,domain",
                i ->
                        "A%d,Account %d,2025-01-01,Seg%d,high_touch,a%d.example\nB%d,,nonsense,,,"
                                .formatted(i, i, i, i, i));
    }

    private String alike() {
        return rows("account_id,name,domain", i -> "C%d,Acc %d,a%d.example".formatted(i, i, i));
    }

    private String contacts(String prefix) {
        return rows(
                "contact_id,account_id,name,email",
                i -> "P%d,%s%d,Ann %d,ann%d@a%d.example".formatted(i, prefix, i, i, i, i));
    }

    private String assignments() {
        return rows(
                "account_id,role,valid_from,csm_id",
                i -> "A%d,csm,2025-01-01,csm%d".formatted(i, i));
    }

    private String subscriptions() {
        return rows(
                "segment_id,subscription_id,account_id,plan,unit_price,ccy,start_date,end_date",
                i -> "S%d,S%d,A%d,Plan%d,%d,USD,2025-01-01,".formatted(i, i, i, i, 100 + i));
    }

    private String tickets(String at) {
        return rows(
                "ticket_id,account_id,created_at,priority",
                i -> "T%d,A%d,%s,normal".formatted(i, i, at));
    }

    private String pulses(String at) {
        return rows(
                "pulse_id,account_id,value,set_at", i -> "L%d,A%d,green,%s".formatted(i, i, at));
    }

    private void merge(int i) {
        var order =
                Map.of(
                        "loser", "ext:pay/C" + i,
                        "survivor", "ext:crm/A" + i,
                        "reason", "One customer.");
        own.ask("POST", "/identity/merges", order);
    }

    private void events() {
        for (int i = 0; i < size; i++) {
            var key = own.ask("POST", "/tokens", Map.of("write_key", true, "source", "app" + i));
            var sender = new Sending(own.id().value(), own.token(), key.path("token").asString());
            sender.send(
                    "/v1/batch",
                    Sending.batch(
                            Sending.track("m" + i, "u" + i, "A" + i),
                            "{\"type\": \"track\", \"messageId\": \"x%d\", \"userId\": \"u\"}"
                                    .formatted(i)));
            sender.settle();
        }
    }

    private void deliveries() {
        for (int hook = 0; hook < size; hook++) {
            var made = own.ask("POST", "/webhooks", Map.of("provider", "stripe", "secret", SECRET));
            names.put("webhook", made.path("id").asString());
        }
        for (int i = 0; i < size; i++) {
            tell(
                    """
                    {"id": "evt_%1$d", "object": "event", "type": "customer.created",
                     "created": 1735725600, "data": {"object": {"object": "customer",
                      "id": "cus_%1$d", "name": "Told %1$d", "currency": "usd"}}}
                    """
                            .formatted(i));
        }
    }

    private void tell(String event) {
        var now = TestHouse.bean(Clock.class).instant();
        var body = event.getBytes(StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        TestHouse.address() + "/webhooks/" + names.get("webhook")))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(event));
        Signing.headers("stripe", SECRET, now, "", body).forEach(request::header);
        assertThat(TestHouse.send(request.build()).status()).isEqualTo(200);
    }
}
