package dev.keepwell.lake;

import dev.keepwell.postgres.Database;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LakeSetup {

    @Bean
    Lake lake(@Value("${keepwell.home}") Path home) {
        return new Lake(home.toAbsolutePath().resolve("lake"));
    }

    @Bean
    Sweep sweep(Lake lake, Database database) {
        return new Sweep(lake, database);
    }
}
