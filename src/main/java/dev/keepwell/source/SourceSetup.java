package dev.keepwell.source;

import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Home;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceSetup {

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
}
