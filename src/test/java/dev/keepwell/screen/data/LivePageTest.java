package dev.keepwell.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the last calls are written down.
class LivePageTest {

    private static final Instant CAME = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_list_is_narrowed_by_its_address_and_says_how_many_there_are_of_each() {
        var rows =
                List.of(
                        row("e1-0", "sdk", Outcome.STORED),
                        row("e2-0", "sdk", Outcome.SET_ASIDE),
                        row("e3-0", "web & app", Outcome.SET_ASIDE));

        var page = LivePage.of(rows, new Narrowing("sdk", "set_aside"), "7-0-0");

        assertThat(page.rows()).extracting(CallRow::id).containsExactly("e2-0");
        assertThat(page.outcomes())
                .extracting(it -> it.label() + " " + it.count())
                .containsExactly("All 2", "Stored 1", "Set aside 1");
        assertThat(page.sources())
                .extracting(LivePage.Choice::address)
                .containsExactly(
                        "/data/live?show=set_aside",
                        "/data/live?source=sdk&show=set_aside",
                        "/data/live?source=web+%26+app&show=set_aside");
        assertThat(page.refresh())
                .isEqualTo("/data/live/calls?mark=7-0-0&source=sdk&show=set_aside");
    }

    @ParameterizedTest
    @CsvSource({
        "m1, 2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z, ''",
        "m1, , 2026-03-01T10:00:00Z, time supplied: when it came",
        "m1, 2026-03-01T12:00:00Z, 2026-03-01T10:00:00Z, time clamped: it lay ahead of ours",
        "m1, 2026-03-01T07:00:00Z, 2026-03-01T09:00:00Z, time corrected by +120 min",
        "m1, 2026-03-01T09:30:00Z, 2026-03-01T09:28:00Z, time corrected by −120 s",
        "kw-, 2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z, id supplied"
    })
    void a_change_says_what_was_changed(
            String id, Instant said, Instant occurred, String expected) {
        var messageId = id.equals("kw-") ? id + "0a".repeat(32) : id;
        var event =
                new Event(
                        new Event.Id("sdk", messageId, new UUID(0, 0)),
                        Event.Type.TRACK,
                        "Report Exported",
                        new Event.Who("u1", null, null, null, ""),
                        new Event.Times(occurred, said, null, CAME),
                        "{}",
                        true);

        assertThat(Change.of(event)).isEqualTo(expected);
    }

    @Test
    void a_time_is_that_of_the_workspace_and_exact_for_whoever_points_at_it() {
        var place = new Clocked.Place(ZoneId.of("Europe/Madrid"), LocalDate.parse("2026-03-01"));

        assertThat(place.at(CAME).text()).isEqualTo("11:00:00");
        assertThat(place.at(CAME).exact()).isEqualTo("1 Mar 2026, 11:00:00.000 Europe/Madrid");
        assertThat(place.at(CAME.minusSeconds(86_400)).text()).isEqualTo("28 Feb 11:00");
    }

    private static CallRow row(String id, String source, Outcome outcome) {
        var place = new Clocked.Place(ZoneId.of("UTC"), LocalDate.parse("2026-03-01"));
        return new CallRow(
                id,
                place.at(CAME),
                outcome,
                new CallRow.Subject("track", "Report Exported"),
                Whose.UNKNOWN,
                new CallRow.Sender(source, ""),
                "");
    }
}
