package dev.keepwell.metric;

import dev.keepwell.warehouse.FactFiles;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricSetup {

    @Bean
    Catalogue catalogue() {
        return Catalogue.packaged();
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
}
