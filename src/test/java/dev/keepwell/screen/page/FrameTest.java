package dev.keepwell.screen.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.story.Browser;
import dev.keepwell.story.Browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The frame around the pages, in the real browser.
class FrameTest {

    @ParameterizedTest
    @EnumSource
    void the_catalogue_of_metrics_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look)) {
            var page = browser.go("/metrics");

            assertThat(page.title()).isEqualTo("Metrics · Keepwell");
            browser.checkAccess();
            browser.checkWidth();
            browser.picture("metrics");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_door_can_be_read_by_everybody(Look look) {
        try (var browser = Browser.open(look)) {
            browser.go("/sign-in");

            browser.checkAccess();
            browser.checkWidth();
            browser.picture("door");
        }
    }

    @Test
    void the_theme_is_there_before_the_page_and_stays_when_it_was_chosen() {
        try (var browser = Browser.open(Look.DARK)) {
            var page = browser.go("/metrics");
            assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("dark");

            page.click("[data-action=theme]");
            page.reload();

            assertThat(page.evaluate("document.documentElement.dataset.theme")).isEqualTo("light");
        }
    }

    @Test
    void keys_lead_on_and_can_be_switched_off() {
        try (var browser = Browser.open(Look.LIGHT)) {
            var page = browser.go("/metrics");

            page.keyboard().press("?");
            assertThat(page.locator("#keys").isVisible()).isTrue();
            page.locator("#keys-off").check();
            page.keyboard().press("Escape");
            page.keyboard().press("?");

            assertThat(page.locator("#keys").isVisible()).isFalse();
        }
    }
}
