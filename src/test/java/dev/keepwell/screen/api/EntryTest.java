package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.TestHouse;
import dev.keepwell.workspace.Sessions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// How people come in and out, as a browser sees it.
class EntryTest {

    private static final Pattern FORGERY =
            Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void a_link_opens_a_session_once() throws Exception {
        var link = link();

        var first = get(link, "");
        var second = get(link, "");

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location")).contains("/accounts");
        assertThat(header(first, "Set-Cookie"))
                .startsWith("keepwell_session=kw_session_")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().allValues("Set-Cookie").toString())
                .doesNotContain("keepwell_session");
        assertThat(second.body()).contains("does not open anything any more");
    }

    @Test
    void asking_whether_a_link_is_there_does_not_spend_it() throws Exception {
        var link = link();

        var asked = send(request(link, "").method("HEAD", BodyPublishers.noBody()));

        assertThat(asked.headers().firstValue("Set-Cookie").orElse(""))
                .doesNotContain("keepwell_session");
        assertThat(get(link, "").statusCode()).isEqualTo(303);
    }

    @Test
    void a_request_that_the_firewall_stops_gets_a_page_all_the_same() throws Exception {
        var page = get("/accounts;x=1", "");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("req_");
    }

    @Test
    void a_session_reads_pages_and_the_api() throws Exception {
        var session = signedIn();

        assertThat(get("/api/v1/workspace", session).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/routes", session).statusCode()).isEqualTo(403);
    }

    @Test
    void a_stranger_who_wants_a_page_is_led_to_the_door() throws Exception {
        var page = get("/accounts", "");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(header(page, "Location")).endsWith("/sign-in");
        assertThat(get("/sign-in", "").body()).contains("./keepwell sign-in");
    }

    @Test
    void neither_a_link_nor_a_session_is_a_token_for_programs() throws Exception {
        var sessions = TestHouse.bean(Sessions.class);
        var link = sessions.link(WorkspaceId.DEFAULT).secret();
        var session = signedIn().replace("keepwell_session=", "");

        assertThat(TestHouse.ask(link, "GET", "/api/v1/workspace", "").status()).isEqualTo(401);
        assertThat(TestHouse.ask(session, "GET", "/api/v1/workspace", "").status()).isEqualTo(401);
        assertThat(get("/api/v1/workspace", "keepwell_session=" + link).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_change_in_the_name_of_a_session_needs_a_page_of_ours() throws Exception {
        var session = signedIn();

        var forged = post("/api/v1/runs", session, "{}");
        var left = post("/sign-out", session, "");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("csrf");
        assertThat(left.statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_signs_out_is_out() throws Exception {
        var session = signedIn();
        var page = get("/metrics", session);
        var token = FORGERY.matcher(page.body());
        assertThat(token.find()).isTrue();
        var cookies = session + "; " + header(page, "Set-Cookie").replaceAll(";.*", "");

        var left = post("/sign-out", cookies, "_csrf=" + token.group(1));

        assertThat(left.statusCode()).isEqualTo(303);
        assertThat(header(left, "Set-Cookie")).contains("Max-Age=0");
        assertThat(get("/api/v1/workspace", session).statusCode()).isEqualTo(401);
    }

    @Test
    void a_page_runs_nothing_but_our_own_files() throws Exception {
        var page = get("/sign-in", "");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>", "style=\"", "onclick");
    }

    @Test
    void a_page_that_is_not_there_says_so_to_people() throws Exception {
        var page = get("/nowhere", signedIn());

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("Nothing here", "req_");
    }

    private static String link() {
        return TestHouse.ask("POST", "/api/v1/sign-in-links", "{}").json().path("path").asString();
    }

    private String signedIn() throws IOException, InterruptedException {
        return header(get(link(), ""), "Set-Cookie").replaceAll(";.*", "");
    }

    private HttpResponse<String> get(String path, String cookies)
            throws IOException, InterruptedException {
        return send(request(path, cookies).GET());
    }

    private HttpResponse<String> post(String path, String cookies, String form)
            throws IOException, InterruptedException {
        return send(
                request(path, cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String cookies) {
        var request =
                HttpRequest.newBuilder(URI.create(TestHouse.address() + path))
                        .header("Accept", "text/html,*/*;q=0.8");
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
