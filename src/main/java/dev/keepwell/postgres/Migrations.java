package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the schema of each module up to date, left to right along the street.
final class Migrations {

    static final List<String> SCHEMAS =
            List.of("workspace", "job", "lake", "source", "customer", "metric", "health");

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
        modules.forEach(Migrations::checkKnown);
        modules.forEach(Migrations::migrate);
    }

    private static void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            throw Refusal.configuration(
                    "database_changed",
                    ("The schema '%s' was migrated by other files than this Keepwell's. Point it"
                                    + " to a database of its own, or start the Keepwell that"
                                    + " made it.")
                            .formatted(flyway.getConfiguration().getDefaultSchema()));
        }
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

    private static void checkKnown(Flyway flyway) {
        var unknown = Arrays.stream(flyway.info().applied()).filter(Migrations::isUnknown);
        unknown.findFirst()
                .ifPresent(it -> {
                    throw Refusal.configuration(
                            "database_newer",
                            """
                            The database was migrated by a newer Keepwell (%s %s: %s). Start \
                            that one, or restore an older backup.\
                            """
                                    .formatted(
                                            flyway.getConfiguration().getDefaultSchema(),
                                            it.getVersion(),
                                            it.getDescription()));
                });
    }

    private static boolean isUnknown(MigrationInfo applied) {
        return applied.getState().isApplied() && !applied.getState().isResolved();
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
