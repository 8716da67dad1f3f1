package dev.keepwell.job;

import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Postgres;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
    Flags flags(Database database, Clock clock) {
        return new Flags(database, clock);
    }

    @Bean
    Schedule schedule(
            Database database,
            Clock clock,
            Workspaces workspaces,
            ObjectProvider<Daily> dailies,
            ObjectProvider<Holdup> holdups) {
        return new Schedule(
                database,
                clock,
                it -> workspaces.conventionsOf(it).zone(),
                dailies.orderedStream().toList(),
                holdups.orderedStream().toList());
    }

    @Bean
    Stage jobStage(Database database) {
        return new JobStage(database);
    }

    @Bean
    Stage dailyStage(Schedule schedule, Clock clock) {
        return new DailyStage(schedule, clock);
    }

    @Bean
    Watch watch(Database database, Flags flags, ObjectProvider<Stage> stages) {
        return new Watch(database, flags, stages.orderedStream().toList(), System::nanoTime);
    }

    /// Only a server for everybody goes round by itself: one that serves a single command has other
    /// things to do, and tests say themselves when to look.
    @Bean
    Rounds rounds(
            @Value("${keepwell.schedule:false}") boolean enabled,
            Workspaces workspaces,
            Schedule schedule,
            Watch watch) {
        return new Rounds(enabled, workspaces::all, schedule, watch);
    }

    @Bean
    Crew crew(Database database, Clock clock, Turns turns, Jobs jobs, ObjectProvider<Work> works) {
        return new Crew(database, clock, turns, jobs, works.stream().toList(), Crew.HEARTBEAT);
    }
}
