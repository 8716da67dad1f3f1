package dev.keepwell;

import dev.keepwell.screen.terminal.Terminal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/// The whole house in one process.
@Modulithic(
        systemName = "Keepwell",
        sharedModules = {"kernel", "postgres", "lake", "job", "workspace"})
@SpringBootApplication
public class Keepwell {

    static void main(String... args) {
        System.exit(
                new Terminal(Keepwell.class, System.getenv(), System.out, System.err).run(args));
    }

    /// The only reader of the clock. Everybody else is told what time it is. The clock of a sample
    /// company stands still at the moment that `keepwell.now` names.
    @Bean
    Clock clock(@Value("${keepwell.now:}") String now) {
        return now.isEmpty() ? Clock.systemUTC() : Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }
}
