package dev.keepwell.source;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Home;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.source.wizard.FileKinds;
import dev.keepwell.source.wizard.RejectedRows;
import dev.keepwell.source.wizard.Wizards;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceSetup {

    @Bean
    ReadyMappings readyMappings() {
        return ReadyMappings.packaged();
    }

    @Bean
    Wizards wizards(
            Database database,
            Imports imports,
            ReadyMappings ready,
            Workspaces workspaces,
            Clock clock) {
        return new Wizards(
                database,
                imports,
                FileKinds.packaged(),
                ready,
                new Wizards.Today() {
                    @Override
                    public Conventions conventions(WorkspaceId workspace) {
                        return workspaces.conventionsOf(workspace);
                    }

                    @Override
                    public Instant now() {
                        return clock.instant();
                    }
                });
    }

    @Bean
    RejectedRows rejectedRows(Database database, Wizards wizards) {
        return new RejectedRows(database, wizards);
    }

    @Bean
    ImportShelf importShelf(Database database) {
        return new ImportShelf(database);
    }

    @Bean
    Pauses pauses(Database database) {
        return new Pauses(database);
    }

    @Bean
    Imports imports(
            Database database,
            Home home,
            Vocabulary vocabulary,
            Workspaces workspaces,
            Clock clock) {
        return new Imports(
                database,
                home.path().resolve("import"),
                vocabulary,
                clock,
                workspaces::conventionsOf);
    }

    @Bean
    Undos undos(Database database, Imports imports, Clock clock) {
        return new Undos(database, imports, clock);
    }
}
