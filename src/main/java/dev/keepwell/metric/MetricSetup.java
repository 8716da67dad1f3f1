package dev.keepwell.metric;

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
    Restatement restatement(Catalogue catalogue, FactFiles facts) {
        return new Restatement(catalogue, facts);
    }

    @Bean
    Survey survey(Warehouse warehouse, Workspaces workspaces, Catalogue catalogue, Clock clock) {
        return new Survey(warehouse, workspaces, catalogue, clock);
    }

    @Bean
    Bridges bridges(Readings readings) {
        return new Bridges(readings);
    }
}
