package dev.keepwell.metric;

import dev.keepwell.job.Jobs;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.FactFiles;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricSetup {

    @Bean
    Catalogue catalogue(@Value("${keepwell.home}") Path home) {
        return Catalogue.packaged().with(home.resolve("catalog", "metrics"));
    }

    @Bean
    Conditions conditions() {
        return Conditions.packaged();
    }

    @Bean
    Observations observations(
            Warehouse warehouse,
            Workspaces workspaces,
            Catalogue catalogue,
            Conditions conditions,
            Clock clock) {
        return new Observations(warehouse, workspaces, catalogue, conditions, clock);
    }

    @Bean
    Readings readings(
            Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        return new Readings(warehouse, workspaces, catalogue, clock);
    }

    @Bean
    Trails trails(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        return new Trails(warehouse, workspaces, catalogue, clock);
    }

    @Bean
    History history(Database database, Lake lake, DuckDb.Bounds engineBounds) {
        return new History(database, lake, engineBounds);
    }

    @Bean
    Filling filling(
            Database database, Warehouse warehouse, Workspaces workspaces, History history) {
        return new Filling(database, warehouse, workspaces, history);
    }

    @Bean
    MetricBackfill metricBackfill(
            Jobs jobs, Filling filling, Catalogue catalogue, Workspaces workspaces, Clock clock) {
        return new MetricBackfill(jobs, filling, catalogue, workspaces, clock);
    }

    @Bean
    Restatement restatement(Catalogue catalogue, FactFiles facts) {
        return new Restatement(catalogue, facts);
    }

    @Bean
    Survey survey(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        return new Survey(warehouse, workspaces, catalogue, clock);
    }
}
