package dev.keepwell.source.webhook;

import dev.keepwell.postgres.Database;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the ways in for webhooks together.
@Configuration(proxyBeanMethods = false)
class WebhookSetup {

    @Bean
    Endpoints webhookEndpoints(Database database, Clock clock) {
        return new Endpoints(database, clock);
    }

    @Bean
    Deliveries webhookDeliveries(Database database) {
        return new Deliveries(database);
    }

    @Bean
    WaitingDeliveries waitingDeliveries(Database database, Clock clock) {
        return new WaitingDeliveries(database, clock);
    }

    @Bean
    RefusedDeliveries refusedDeliveries(Database database) {
        return new RefusedDeliveries(database);
    }

    @Bean
    DeliveryWorker deliveryWorker(
            Database database,
            Endpoints endpoints,
            RowKeeping keeping,
            Workspaces workspaces,
            Clock clock) {
        return new DeliveryWorker(database, endpoints, keeping, workspaces::conventionsOf, clock);
    }

    @Bean
    DeliveryRounds deliveryRounds(DeliveryWorker worker, RefusedDeliveries refused) {
        return new DeliveryRounds(worker, refused);
    }

    @Bean
    Reception webhookReception(
            Endpoints endpoints,
            Database database,
            RefusedDeliveries refused,
            DeliveryRounds rounds,
            Pauses pauses,
            Clock clock) {
        return new Reception(endpoints, database, refused, rounds::wake, pauses, clock);
    }
}
