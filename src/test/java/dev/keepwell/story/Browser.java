package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A window of the real browser, in which somebody is signed in.
///
/// Whatever a page says on the console and whatever it asks of another server is a failure: closing
/// the window checks it.
public final class Browser implements AutoCloseable {

    /// How somebody looks at a page.
    public enum Look {
        LIGHT(1440, 900, ColorScheme.LIGHT),
        DARK(1440, 900, ColorScheme.DARK),
        PHONE(390, 844, ColorScheme.LIGHT);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private final BrowserContext window;
    private final Page page;
    private final Look look;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Browser(String address, Look look) {
        this.address = address;
        this.look = look;
        window =
                CHROMIUM.newContext(
                        new NewContextOptions()
                                .setViewportSize(look.width, look.height)
                                .setColorScheme(look.scheme));
        page = window.newPage();
        page.onConsoleMessage(it -> complaints.add(it.type() + ": " + it.text()));
        page.onPageError(it -> complaints.add("error: " + it));
        page.onRequest(it -> {
            if (!it.url().startsWith(address) && !it.url().startsWith("data:")) {
                complaints.add("off-origin request: " + it.url());
            }
        });
    }

    /// A window onto the test house, signed in.
    public static Browser open(Look look) {
        return open(look, WorkspaceId.DEFAULT);
    }

    /// A window onto one workspace of the test house, signed in.
    public static Browser open(Look look, WorkspaceId workspace) {
        var browser = new Browser(TestHouse.address(), look);
        var sessions = TestHouse.bean(Sessions.class);
        var link = sessions.link(workspace).secret();
        var session = sessions.open(link).orElseThrow().secret();
        browser.window.addCookies(
                List.of(new Cookie("keepwell_session", session).setUrl(TestHouse.address())));
        return browser;
    }

    /// A window that somebody opened with a sign-in link.
    public static Browser open(Look look, String link) {
        var browser = new Browser(link.substring(0, link.indexOf("/sign-in")), look);
        browser.page.navigate(link);
        return browser;
    }

    public Page page() {
        return page;
    }

    public Page go(String path) {
        page.navigate(address + path);
        return page;
    }

    /// Holds the page against the rules that a machine can check.
    public void checkAccess() {
        var violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(violations)
                .as("axe on %s, %s", page.url(), look)
                .extracting(it -> it.getId() + " " + it.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    /// Keeps a picture for whoever wants to see what was tested.
    public void picture(String name) {
        var file = Path.of("target/shots", name + "-" + look.name().toLowerCase() + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /// A page that is wider than its window makes people scroll sideways to read.
    public void checkWidth() {
        var tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) tooWide).intValue()).as("%s, %s", page.url(), look).isLessThan(1);
    }

    @Override
    public void close() {
        window.close();
        assertThat(complaints).isEmpty();
    }

    private static com.microsoft.playwright.Browser launch() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(
                        new LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(
                                        List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")));
    }
}
