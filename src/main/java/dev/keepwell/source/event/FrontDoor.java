package dev.keepwell.source.event;

import dev.keepwell.postgres.Database;
import dev.keepwell.source.flow.Pauses;
import dev.keepwell.workspace.Tokens;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the front door together.
@Configuration(proxyBeanMethods = false)
class FrontDoor {

    @Bean
    RefusedCalls refusedCalls(Database database) {
        return new RefusedCalls(database);
    }

    @Bean
    Books books(Database database, Keeping keeping, Clock clock) {
        return new DatabaseBooks(database, keeping, clock);
    }

    @Bean
    Worker worker(Books books, RefusedCalls refusals) {
        return new Worker(books, refusals::write);
    }

    @Bean
    GroupCommit groupCommit(Books books, Worker worker) {
        return new GroupCommit(books, worker::wake);
    }

    @Bean
    WaitingEvents waitingEvents(Database database, Clock clock) {
        return new WaitingEvents(database, clock);
    }

    @Bean
    LogRetention logRetention(Database database, Clock clock) {
        return new LogRetention(database, clock);
    }

    @Bean
    Balance balance(Database database) {
        return new Balance(database);
    }

    @Bean
    Calls calls(Database database) {
        return new Calls(database);
    }

    @Bean
    DeadLetters deadLetters(Database database, Clock clock) {
        return new DeadLetters(database, clock);
    }

    @Bean
    Replays replays(Database database, DeadLetters letters, Clock clock, Worker worker) {
        return new Replays(database, letters, clock, worker::wake);
    }

    @Bean
    TestEvents testEvents(Database database, Clock clock, Worker worker) {
        return new TestEvents(database, clock, worker::wake);
    }

    @Bean
    Quotas quotas(
            @Value("${keepwell.ingest.requests-per-second:2000}") long requests,
            @Value("${keepwell.ingest.megabytes-per-second:50}") long megabytes) {
        return new Quotas(new Quotas.Rates(requests, 2 * requests, megabytes << 10));
    }

    @Bean
    Door door(
            Tokens tokens,
            Quotas quotas,
            GroupCommit log,
            RefusedCalls refusals,
            Pauses pauses,
            Clock clock) {
        return new Door(new Keys(tokens), quotas, log, refusals, pauses, clock);
    }
}
