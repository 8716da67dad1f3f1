package dev.keepwell.warehouse;

import dev.keepwell.customer.EventDays;
import dev.keepwell.job.Jobs;
import dev.keepwell.lake.Checkup;
import dev.keepwell.lake.Compaction;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Garbage;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.workspace.Workspaces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

@Configuration(proxyBeanMethods = false)
class WarehouseSetup {

    @Bean
    FactFiles factFiles() {
        return FactFiles.packaged();
    }

    @Bean
    DuckDb.Bounds engineBounds(
            @Value("${keepwell.home}") Path home,
            @Value("${keepwell.engine.memory:1GB}") String memory) {
        var spill = home.toAbsolutePath().resolve("spill");
        // What a killed process was reading is still there, and it may be personal data.
        FileSystemUtils.deleteRecursively(spill.toFile());
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new DuckDb.Bounds(memory, threads, spill);
    }

    @Bean
    DuckDbWarehouse builtInWarehouse(
            Database database,
            Lake lake,
            FactFiles files,
            List<Published> published,
            EventDays eventDays,
            DuckDb.Bounds engineBounds) {
        return new DuckDbWarehouse(database, lake, files, published, eventDays, engineBounds);
    }

    /// The connection to a cluster is loaded when the engine is one, and then the server does not
    /// start without it: work would go elsewhere than it was sent.
    @Bean
    @Primary
    Warehouse warehouse(
            DuckDbWarehouse builtIn,
            Environment environment,
            @Value("${keepwell.home}") Path home) {
        var settings = new ClusterSettings(environment, home);
        if (settings.engine().equals(ClusterSettings.BUILT_IN)) {
            return builtIn;
        }
        var cluster = ClusterFolder.load(settings.folder(), settings.engine());
        return new ClusterWarehouse(builtIn, cluster, settings.address(), settings.shared());
    }

    @Bean
    Arrivals arrivals(
            Database database,
            Lake lake,
            Workspaces workspaces,
            FactFiles files,
            EventDays eventDays,
            DuckDb.Bounds engineBounds) {
        var events = new EventArrivals(lake, eventDays, engineBounds);
        return new RecordArrivals(database, lake, workspaces, files, events);
    }

    @Bean
    EventRollup eventRollup(
            Database database,
            Lake lake,
            EventDays eventDays,
            Workspaces workspaces,
            Clock clock,
            DuckDb.Bounds engineBounds) {
        return new EventRollup(database, lake, eventDays, workspaces, clock, engineBounds);
    }

    @Bean
    Nightly nightly(
            Jobs jobs,
            EventRollup rollup,
            Compaction compaction,
            Checkup checkup,
            Garbage garbage) {
        return new Nightly(jobs, rollup, compaction, checkup, garbage);
    }

    @Bean
    Orphans orphans(DuckDbWarehouse warehouse, Workspaces workspaces, Clock clock) {
        return new Orphans(warehouse, workspaces, clock);
    }
}
