package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.story.Browser.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From nothing but one list of customers to a score of each of them, by clicks alone.
@Tag("long")
class FirstScoreTest {

    private static final Path TELCO =
            Path.of("..", "shared", "data", "telco", "Telco-Customer-Churn.csv");

    /// Those of 7,043 who have not left.
    private static final String CUSTOMERS = "5,174 accounts";

    private static final int RELOADS = 100;

    private int clicks;

    @Test
    void one_list_of_customers_becomes_a_published_score() {
        assumeTrue(Files.isRegularFile(TELCO), "The telco data is not here.");
        var workspace = OwnWorkspace.open();
        try (var browser = Browser.open(Look.LIGHT, workspace.id())) {
            var started = System.nanoTime();
            var page = browser.go("/data/import");
            clicks++;
            page.locator("[data-file]").setInputFiles(TELCO);
            page.waitForURL("**/upload");
            click(page, ".wizard-foot .button-main", "map");
            click(page, ".wizard-foot .button-main", "check");
            click(page, "a:has-text('see what changes')", "preview");
            click(page, ".wizard-foot .button-main", "result");
            click(page, "text=your first score", "start");
            click(page, ".starters .button-main", "health");
            while (TestHouse.bean(CurrentScores.class).day(workspace.id()).isEmpty()) {
                page.reload();
            }
            var seconds = (System.nanoTime() - started) / 1_000_000_000;
            System.out.println(
                    "First score: %d clicks, %d s by a script".formatted(clicks, seconds));

            // The list is gathered behind the scores.
            browser.go("/accounts");
            for (int i = 0; i < RELOADS && !page.textContent("main").contains(CUSTOMERS); i++) {
                page.reload();
            }
            assertThat(page.textContent("main")).contains(CUSTOMERS);
        }
    }

    private void click(Page page, String what, String next) {
        clicks++;
        page.click(what);
        page.waitForURL("**/" + next);
    }
}
