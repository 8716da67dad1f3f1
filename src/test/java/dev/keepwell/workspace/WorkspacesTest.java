package dev.keepwell.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class WorkspacesTest {

    private final Workspaces workspaces = new Workspaces(TestDatabase.open(), Clock.systemUTC());
    private final WorkspaceId acorn = TestDatabase.freshWorkspace();

    @Test
    void an_installation_has_a_workspace_from_the_start() {
        assertThat(workspaces.conventionsOf(WorkspaceId.DEFAULT)).isEqualTo(Conventions.DEFAULT);
        assertThat(workspaces.all()).contains(WorkspaceId.DEFAULT);
    }

    @Test
    void a_workspace_starts_with_the_usual_conventions_and_may_change_them() {
        workspaces.create(acorn, "Acorn");
        assertThat(workspaces.conventionsOf(acorn)).isEqualTo(Conventions.DEFAULT);

        var german = Conventions.of("Europe/Berlin", "EUR", 4);
        workspaces.set(acorn, german);

        assertThat(workspaces.conventionsOf(acorn)).isEqualTo(german);
        assertThat(workspaces.conventionsOf(WorkspaceId.DEFAULT)).isEqualTo(Conventions.DEFAULT);
    }

    @Test
    void every_workspace_is_listed() {
        workspaces.create(acorn, "Acorn");

        assertThat(workspaces.all()).contains(acorn, WorkspaceId.DEFAULT);
    }

    @Test
    void a_workspace_is_created_once() {
        workspaces.create(acorn, "Acorn");

        assertThatThrownBy(() -> workspaces.create(acorn, "Another"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
    }

    @Test
    void a_workspace_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> workspaces.conventionsOf(acorn))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no workspace");
        assertThatThrownBy(() -> workspaces.set(acorn, Conventions.DEFAULT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is no workspace");
    }
}
