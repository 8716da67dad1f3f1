package dev.keepwell.lake;

import dev.keepwell.postgres.Database;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
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

    @Bean
    Checkup checkup(Lake lake, Database database, ObjectProvider<Rebuild> rebuilds) {
        return new Checkup(lake, database, rebuilds.orderedStream().toList());
    }

    @Bean
    Garbage garbage(Lake lake, Database database) {
        return new Garbage(lake, database);
    }

    @Bean
    Compaction compaction(Lake lake, Database database, Checkup checkup) {
        return new Compaction(lake, database, checkup, DuckDb.Bounds.SMALL.spilling(lake.spill()));
    }
}
