package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The promise that what was acknowledged survives a power cut, checked before anything is kept.
final class Durability {

    private static final int OLDEST = 15;
    private static final int PER_MAJOR = 10_000;

    private Durability() {}

    static void check(JdbcClient sql) {
        var version = Integer.parseInt(show(sql, "server_version_num")) / PER_MAJOR;
        if (version < OLDEST) {
            throw Refusal.configuration(
                    "database_old",
                    """
                    Keepwell needs PostgreSQL %d or newer, but KEEPWELL_DATABASE_URL is \
                    PostgreSQL %d.\
                    """
                            .formatted(OLDEST, version));
        }
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (show(sql, setting).equals("off")) {
                throw Refusal.configuration(
                        "database_not_durable",
                        """
                        The database runs with %s = off and would lose acknowledged data in a \
                        power cut. Set it to on.\
                        """
                                .formatted(setting));
            }
        }
    }

    private static String show(JdbcClient sql, String setting) {
        return sql.sql("select current_setting(?)").param(setting).query(String.class).single();
    }
}
