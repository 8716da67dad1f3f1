package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The data of the bundled PostgreSQL, and the password that opens it.
record Cluster(Path data, String password) {

    static final String OWNER = "keepwell";

    private static final int PASSWORD_BYTES = 24;

    /// Creates the data folder on the first start. The password comes first and stays: a start that
    /// was cut off in between goes on with the one that is there.
    static Cluster open(Path postgres, Programs programs) throws IOException {
        var password = postgres.resolve("password");
        if (!Files.exists(password)) {
            Whole.secret(password, newPassword());
        }
        var data = postgres.resolve("data");
        Whole.folder(data, draft -> initialise(draft, password, programs));
        checkVersion(data);
        return new Cluster(data, Files.readString(password));
    }

    private static void initialise(Path draft, Path password, Programs programs)
            throws IOException {
        var exit =
                programs.run(
                        "initdb",
                        "--pgdata=" + draft,
                        "--username=" + OWNER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8");
        if (exit != 0) {
            throw Refusal.configuration(
                    "database_start",
                    """
                    The bundled PostgreSQL could not create its data. The reason is at the end \
                    of %s.\
                    """
                            .formatted(programs.log()));
        }
    }

    private static void checkVersion(Path data) throws IOException {
        var file = data.resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!version.equals(Binaries.MAJOR)) {
            throw Refusal.configuration(
                    "database_version",
                    """
                    The data in %s belongs to PostgreSQL %s, and this Keepwell brings PostgreSQL \
                    %s. Start the Keepwell that wrote it.\
                    """
                            .formatted(data, version, Binaries.MAJOR));
        }
    }

    private static String newPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
