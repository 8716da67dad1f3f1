package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.workspace.Workspaces;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

@Configuration(proxyBeanMethods = false)
class WarehouseSetup {

    @Bean
    FactFiles factFiles() {
        return FactFiles.packaged();
    }

    @Bean
    Warehouse warehouse(
            Database database,
            Lake lake,
            FactFiles files,
            List<Published> published,
            @Value("${keepwell.home}") Path home,
            @Value("${keepwell.engine.memory:1GB}") String memory) {
        var spill = home.toAbsolutePath().resolve("spill");
        // What a killed process was reading is still there, and it may be personal data.
        FileSystemUtils.deleteRecursively(spill.toFile());
        var threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        return new DuckDbWarehouse(
                database, lake, files, published, new DuckDb.Bounds(memory, threads, spill));
    }

    @Bean
    Arrivals arrivals(Database database, Lake lake, Workspaces workspaces, FactFiles files) {
        return new RecordArrivals(database, lake, workspaces, files);
    }
}
