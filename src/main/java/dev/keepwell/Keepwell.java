package dev.keepwell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The whole house in one process.
@Modulithic(
        systemName = "Keepwell",
        sharedModules = {"kernel", "postgres", "lake", "job", "workspace"})
@SpringBootApplication
public class Keepwell {

    static void main(String... args) {
        SpringApplication.run(Keepwell.class, args);
    }
}
