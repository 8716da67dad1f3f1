package dev.keepwell.health;

import dev.keepwell.lake.Lake;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Observations;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.Arrivals;
import dev.keepwell.warehouse.Connections;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthSetup {

    @Bean
    Models models(Database database, Clock clock, Workspaces workspaces) {
        return new Models(
                database, clock, (it, instant) -> workspaces.conventionsOf(it).dayOf(instant));
    }

    @Bean
    Templates modelTemplates(Models models, Catalogue catalogue, Connections connections) {
        return new Templates(models, catalogue, connections);
    }

    @Bean
    Drafts drafts(Database database, Models models, Clock clock) {
        return new Drafts(database, models, clock);
    }

    @Bean
    Publishing publishing(
            Database database, Models models, Drafts drafts, Run run, Backfill backfill) {
        return new Publishing(database, models, drafts, new Recounting(run, backfill));
    }

    @Bean
    Ledger ledger(Database database, Lake lake) {
        return new Ledger(database, lake);
    }

    @Bean
    PublishedScores publishedScores(Database database, Lake lake) {
        return new PublishedScores(database, lake);
    }

    @Bean
    CurrentScores currentScores(Database database) {
        return new CurrentScores(database);
    }

    @Bean
    HealthForesight healthForesight(
            Hearing hearing, Models models, Ledger ledger, CurrentScores current) {
        return new HealthForesight(hearing, models, ledger, current);
    }

    @Bean
    ClosedDays closedDays(Database database, Clock clock) {
        return new ClosedDays(database, clock);
    }

    @Bean
    Overrides overrides(Database database, Clock clock) {
        return new Overrides(database, clock);
    }

    @Bean
    Hearing hearing(
            Database database, Observations observations, Overrides overrides, Clock clock) {
        var references = new References(database, observations, clock);
        return new Hearing(observations, references, overrides);
    }

    @Bean
    Consequences consequences(
            Database database, Hearing hearing, Models models, Catalogue catalogue, Ledger ledger) {
        var grounds = new Grounds(database, hearing, models, ledger, Grounds.SAMPLE);
        return new Consequences(models, catalogue, grounds);
    }

    @Bean
    Days days(
            Database database,
            Hearing hearing,
            Models models,
            Ledger ledger,
            ClosedDays closedDays,
            CurrentScores current) {
        return new Days(database, hearing, models, ledger, closedDays, current);
    }

    @Bean
    Backfilling backfilling(
            Database database, Hearing hearing, Ledger ledger, ClosedDays closedDays) {
        return new Backfilling(database, hearing, ledger, closedDays);
    }

    @Bean
    Restating restating(
            Database database,
            Hearing hearing,
            Models models,
            Ledger ledger,
            ClosedDays closedDays) {
        return new Restating(database, hearing, models, ledger, closedDays);
    }

    @Bean
    LateData lateData(Database database, Arrivals arrivals) {
        return new LateData(database, arrivals);
    }

    @Bean
    Verifying verifying(Models models, Ledger ledger, ClosedDays closedDays) {
        return new Verifying(models, ledger, closedDays);
    }
}
