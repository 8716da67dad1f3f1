package dev.keepwell.job;

import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Postgres;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts jobs and those who do them into the application.
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    Turns turns(Postgres postgres) {
        return new Turns(postgres.source(), postgres.isSoleUser());
    }

    @Bean
    Jobs jobs(Database database, Clock clock, Turns turns) {
        return new Jobs(database, clock, turns);
    }

    @Bean
    Crew crew(Database database, Clock clock, Turns turns, Jobs jobs, ObjectProvider<Work> works) {
        return new Crew(database, clock, turns, jobs, works.stream().toList());
    }
}
