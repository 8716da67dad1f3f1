package dev.keepwell;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/// The whole house in one process.
@Modulithic(
        systemName = "Keepwell",
        sharedModules = {"kernel", "postgres", "lake", "job", "workspace"})
@SpringBootApplication
public class Keepwell {

    /// The only reader of the clock: everything else is told what time it is.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    static void main(String... args) {
        SpringApplication.run(Keepwell.class, args);
    }
}
