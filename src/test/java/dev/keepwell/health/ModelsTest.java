package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelsTest {

    private static final String SMALL =
            """
            model: small
            groups:
              - group: usage
                weight: 1
                measures:
                  - { metric: nps, weight: 1, curve: identity, says: They like us. }
            """;

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-05-31T10:00:00Z"), ZoneOffset.UTC);

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Models models = new Models(database, CLOCK);

    @Test
    void a_workspace_starts_with_the_default_as_its_first_version() {
        var current = models.current(workspace);

        assertThat(current.number()).isEqualTo(1);
        assertThat(current.model()).isEqualTo(Given.defaultModel());
        assertThat(models.current(workspace)).isEqualTo(current);
    }

    @Test
    void applying_publishes_the_next_version_and_keeps_the_others() {
        var first = models.current(workspace);

        var applied = models.apply(workspace, SMALL, List.of());

        assertThat(applied.isNew()).isTrue();
        assertThat(applied.version().number()).isEqualTo(2);
        assertThat(models.current(workspace)).isEqualTo(applied.version());
        assertThat(models.version(workspace, 1)).contains(first);
        assertThat(models.version(workspace, 3)).isEmpty();
    }

    @Test
    void the_very_same_bytes_publish_nothing() {
        var applied = models.apply(workspace, SMALL, List.of());

        var again = models.apply(workspace, SMALL, List.of());
        var changed = models.apply(workspace, SMALL + "# Why.\n", List.of());

        assertThat(again.isNew()).isFalse();
        assertThat(again.version()).isEqualTo(applied.version());
        assertThat(changed.version().number()).isEqualTo(applied.version().number() + 1);
    }

    @Test
    void a_broken_text_is_refused_and_nothing_changes() {
        var first = models.apply(workspace, SMALL, List.of()).version();

        assertThatThrownBy(() -> models.apply(workspace, SMALL.replace("says", "sais"), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Did you mean 'says'?");

        assertThat(models.current(workspace)).isEqualTo(first);
    }

    @Test
    void an_unknown_metric_is_a_warning_with_a_suggestion() {
        var known = List.of(new MetricName("usage_frequency"));
        var typo = SMALL.replace("metric: nps", "metric: usage_frequncy");

        assertThat(models.apply(workspace, typo, known).warnings())
                .containsExactly(
                        "The catalogue has no metric 'usage_frequncy', so it will be missing."
                                + " Did you mean 'usage_frequency'?");
        assertThat(models.validate(typo, known)).hasSize(1);
        assertThat(models.validate(SMALL, List.of())).isEmpty();
        assertThat(models.validate("model: [", List.of()).getFirst()).contains("is not YAML");
    }

    @Test
    void another_workspace_has_models_of_its_own() {
        models.apply(workspace, SMALL, List.of());

        var other = TestDatabase.freshWorkspace();

        assertThat(models.current(other).name()).isEqualTo("default");
        assertThat(models.version(other, 2)).isEmpty();
    }
}
