package dev.keepwell.source;

import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Home;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceSetup {

    @Bean
    Imports imports(Database database, Home home, Vocabulary vocabulary, Clock clock) {
        return new Imports(database, home.path().resolve("import"), vocabulary, clock);
    }
}
