package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the schema of each module up to date, left to right along the street.
final class Migrations {

    static final List<String> SCHEMAS =
            List.of("workspace", "job", "lake", "source", "customer", "metric", "health", "screen");

    static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /// All schemas are checked before the first is touched: a database that a newer Keepwell
    /// migrated stays as it is.
    static void run(DatabaseUrl owner) {
        var modules =
                SCHEMAS.stream()
                        .filter(Migrations::hasMigrations)
                        .map(it -> flyway(owner, it))
                        .toList();
        var infos = modules.stream().map(Flyway::info).toList();
        for (int i = 0; i < modules.size(); i++) {
            check(schemaOf(modules.get(i)), infos.get(i));
        }
        for (int i = 0; i < modules.size(); i++) {
            if (infos.get(i).pending().length > 0) {
                modules.get(i).migrate();
            }
        }
    }

    private static String schemaOf(Flyway flyway) {
        return flyway.getConfiguration().getDefaultSchema();
    }

    /// The lock timeout lets a migration fail rather than queue behind a long query and make
    /// everybody else wait behind itself.
    private static Flyway flyway(DatabaseUrl owner, String schema) {
        return Flyway.configure()
                .dataSource(owner.source())
                .initSql("set lock_timeout = '5s'")
                .schemas(schema)
                .defaultSchema(schema)
                .table(HISTORY)
                .locations("classpath:db/migration/" + schema)
                .load();
    }

    private static void check(String schema, MigrationInfoService migrations) {
        for (var applied : migrations.applied()) {
            if (!applied.getState().isResolved()) {
                throw Refusal.configuration(
                        "database_newer",
                        """
                        The database was migrated by a newer Keepwell (%s %s: %s). Start \
                        that one, or restore an older backup.\
                        """
                                .formatted(schema, applied.getVersion(), applied.getDescription()));
            }
            if (!applied.isChecksumMatching()) {
                throw Refusal.configuration(
                        "database_changed",
                        """
                        The database was migrated by other files than this Keepwell's (%s %s: \
                        %s). Point it to a database of its own, or start the Keepwell that made it.\
                        """
                                .formatted(schema, applied.getVersion(), applied.getDescription()));
            }
        }
    }

    private static boolean hasMigrations(String schema) {
        try {
            var pattern = "classpath*:db/migration/" + schema + "/*.sql";
            return new PathMatchingResourcePatternResolver().getResources(pattern).length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
