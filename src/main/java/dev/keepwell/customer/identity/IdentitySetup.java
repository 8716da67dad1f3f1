package dev.keepwell.customer.identity;

import dev.keepwell.postgres.Database;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentitySetup {

    @Bean
    Merges merges(Database database, Clock clock) {
        return new Merges(database, clock);
    }

    @Bean
    Duplicates duplicates(Database database, Clock clock) {
        return new Duplicates(database, clock);
    }

    @Bean
    AutomaticMerging automaticMerging(
            Database database, Merges merges, Duplicates duplicates, Clock clock) {
        return new AutomaticMerging(database, merges, duplicates, clock);
    }

    @Bean
    Precedence precedence(Database database, Clock clock) {
        return new Precedence(database, clock);
    }

    @Bean
    Identities identities(Database database) {
        return new Identities(database);
    }
}
