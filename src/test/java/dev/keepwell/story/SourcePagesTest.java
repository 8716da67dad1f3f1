package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.Browser.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// Whoever looks after the data sees what is late, what is missing, and which numbers it touches.
class SourcePagesTest {

    private static final String NAME = "source-pages";
    private static final Path CELLS = Path.of("src/test/resources/formula-cells.txt");
    private static final List<String> MORE =
            List.of(
                    "\"\\ufeff=1\" formula",
                    "\"\\u200b=1\" formula",
                    "\"a\\r=1\" formula",
                    "\"a\\u2028 =1\" formula",
                    "\"'=1\" formula",
                    "\"''=1\" formula",
                    "\"'Tis\" text",
                    "\"'\" text");
    private static final String LOST =
            """
            {"type": "track", "event": "Opened", "userId": "u1", "context": {"groupId": "A7"}}\
            """;

    @BeforeAll
    static void aWorkspaceWithAPast() {
        var door = Sending.toNewWorkspace(NAME);
        SourceLifeTest.bring(
                door, "crm", "account", "account_id,name,segment\nA1,Acorn,smb\nA2,Brightwater,\n");
        SourceLifeTest.bring(
                door, "crm", "account", "account_id,name,country\nA1,Acorn,DE\nA2,Brightwater,\n");
        SourceLifeTest.bring(
                door,
                "crm",
                "contact",
                "contact_id,account_id,user_id\nC1,A1,\nC2,A2,U9\nC3,A9,\n");
        SourceLifeTest.bring(door, "billing", "product", "product_id,name\nP1,Desk\n");
        aPast();
        door.send("/v1/batch", Sending.batch(LOST));
        door.settle();
    }

    /// Accounts came every day for a month, contacts every week until three weeks ago.
    private static void aPast() {
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int ago = 1; ago <= 28; ago++) {
            imported("account", today.minusDays(ago), ago == 9 ? 900 : 100 + ago % 5);
        }
        for (int ago = 24; ago <= 60; ago += 7) {
            imported("contact", today.minusDays(ago), 40);
        }
    }

    private static void imported(String table, LocalDate day, int rows) {
        TestHouse.bean(Database.class)
                .doIn(
                        new WorkspaceId(NAME),
                        session -> {
                            var id = "imp_" + table + day;
                            session.sql()
                                    .sql(
                                            """
                                            insert into source.import (workspace_id, import_id,
                                                source_system, dry_run, created_at, started_at,
                                                finished_at)
                                            select ?, ?, 'support', false, it, it, it
                                            from (select cast(? as timestamptz) as it)
                                            """)
                                    .params(NAME, id, day + "T08:00:00Z")
                                    .update();
                            session.sql()
                                    .sql(
                                            """
                                            insert into source.import_file (workspace_id,
                                                import_id, position, file, table_name, sha256,
                                                read, created)
                                            values (?, ?, 0, 'a.csv', ?, 'x', ?, ?)
                                            """)
                                    .params(NAME, id, table, rows, rows)
                                    .update();
                        });
    }

    @ParameterizedTest
    @EnumSource(names = "DARK")
    void what_is_late_says_so_and_what_it_touches_does_too(Look look) {
        try (var browser = Browser.open(look, new WorkspaceId(NAME))) {
            var page = browser.go("/data/sources");
            var support = page.locator("#sources tr:has-text('support')");
            PlaywrightAssertions.assertThat(support).containsText("On time");
            PlaywrightAssertions.assertThat(support).containsText("every day");
            PlaywrightAssertions.assertThat(support).containsText("1 of 2 tables overdue");
            PlaywrightAssertions.assertThat(page.locator("#sources tr:has-text('sdk')"))
                    .containsText("No rhythm");
            browser.picture("sources");
            support.locator("a").click();
            PlaywrightAssertions.assertThat(page.locator("#tables-support tr:has-text('contact')"))
                    .containsText("Silent");
            check(browser, "sources-open");

            browser.go("/data/quality");
            PlaywrightAssertions.assertThat(page.locator("#lost-events")).containsText("A7");
            quality(page);
            check(browser, "quality");
            page.locator("#completeness").scrollIntoViewIfNeeded();
            browser.picture("quality-end");
        }
    }

    private static void quality(Page page) {
        var contact = page.locator("#freshness tr:has-text('support'):has-text('contact')");
        PlaywrightAssertions.assertThat(contact.locator(".mark-late").last()).hasText("L");
        PlaywrightAssertions.assertThat(contact.locator(".mark-came").first()).hasText("C");
        PlaywrightAssertions.assertThat(
                        page.locator("#freshness tr:has-text('account') .mark-over"))
                .hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("#touched tr").nth(1)).containsText("contact");
        PlaywrightAssertions.assertThat(page.locator("#orphans")).containsText("crm/C2");
        PlaywrightAssertions.assertThat(page.locator("#unmatched")).containsText("contact.csv:4");
        PlaywrightAssertions.assertThat(page.locator("#drift tr:has-text('country')"))
                .containsText("new, looks like text");
        PlaywrightAssertions.assertThat(page.locator("#drift tr:has-text('segment')"))
                .containsText("vanished");
        PlaywrightAssertions.assertThat(
                        page.locator("#completeness tr:has-text('account'):has-text('country')"))
                .containsText("1 of 2");
    }

    @Test
    void a_table_is_a_csv_in_which_no_cell_is_a_formula() throws IOException {
        try (var browser = Browser.open(Look.LIGHT, new WorkspaceId(NAME))) {
            var page = browser.go("/data/sources");
            var sources = page.waitForDownload(() -> page.click("[aria-label='CSV: Sources']"));
            assertThat(sources.suggestedFilename()).matches("sources-data-sources-.*\\.csv");
            assertThat(Files.readString(sources.path()))
                    .startsWith("\ufeff\"Source\",\"State\",\"Last arrival\"")
                    .contains("\"support Files and API\",\"On time 1 of 2 tables overdue\"");

            var cells = new ArrayList<>(Files.readAllLines(CELLS));
            cells.addAll(MORE);
            page.evaluate(
                    """
                    cells => {
                      const table = document.createElement("table");
                      table.className = "table";
                      table.append(document.createElement("caption"));
                      table.caption.textContent = "Cells";
                      for (const it of cells) table.insertRow().insertCell().dataset.value = it;
                      document.querySelector("main").append(table);
                      document.dispatchEvent(new Event("htmx:after:swap"));
                    }
                    """,
                    cells.stream().map(SourcePagesTest::cell).toList());
            var download = page.waitForDownload(() -> page.click("[aria-label='CSV: Cells']"));
            var expected = new StringBuilder("\ufeff");
            cells.forEach(it -> expected.append(expected(it)).append("\r\n"));
            assertThat(Files.readString(download.path())).isEqualTo(expected.toString());
        }
    }

    private static String cell(String line) {
        var json = line.substring(0, line.lastIndexOf(' '));
        return JsonMapper.shared().readTree(json).asString();
    }

    private static String expected(String line) {
        var cell = cell(line);
        if (cell.matches("-?\\d+(\\.\\d+)?")) {
            return cell;
        }
        var mark = line.endsWith(" formula") ? "'" : "";
        return '"' + mark + cell.replace("\"", "\"\"") + '"';
    }

    private static void check(Browser browser, String name) {
        browser.checkAccess();
        browser.checkWidth();
        browser.picture(name);
    }
}
