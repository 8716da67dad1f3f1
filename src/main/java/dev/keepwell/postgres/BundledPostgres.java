package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that comes with Keepwell, run as a child of this process on the data of a home.
///
/// Whatever moment an earlier server was killed at, the next start works: folders appear whole, and
/// what was left running is stopped first.
final class BundledPostgres implements Server {

    private static final Logger LOG = LoggerFactory.getLogger(BundledPostgres.class);

    /// Losing the port to another program, or racing with an orphan that is just starting, mends
    /// itself at the next attempt.
    private static final int ATTEMPTS_MAX = 5;

    private static final int LOOK_AGAIN_MILLIS = 20;

    /// Between two attempts at starting one again that ended: its port may be taken, its disk full.
    private static final int TRY_AGAIN_SECONDS = 1;

    private static final int STOP_AGAIN_SECONDS = 1;

    /// Said by a server that is still replaying its log, which may take minutes after a crash, and
    /// by one that is just ending.
    private static final String COMING_OR_GOING = "57P";

    private static final String CONNECTION_FAILED = "08";

    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "password_encryption=scram-sha-256",
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "shared_buffers=128MB",
                    "max_connections=50",
                    "wal_level=minimal",
                    "max_wal_senders=0",
                    "timezone=UTC",
                    "log_timezone=UTC");

    private final Programs programs;
    private final Cluster cluster;
    private final int port;
    private Process process;
    private boolean closed;

    private BundledPostgres(Programs programs, Cluster cluster) throws IOException {
        this.programs = programs;
        this.cluster = cluster;
        this.port = freePort();
        this.process = programs.start("postgres", arguments(cluster.data(), port));
    }

    /// The caller holds the lock of the home.
    static BundledPostgres start(Home home) {
        var folder = home.path().resolve("postgres");
        try {
            Files.createDirectories(folder);
            Programs.checkUser();
            var programs = new Programs(Binaries.unpack(folder), folder.resolve("log"));
            var cluster = Cluster.open(folder, programs);
            return start(programs, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BundledPostgres start(Programs programs, Cluster cluster) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            new Orphans(cluster.data(), programs).stop();
            var postgres = new BundledPostgres(programs, cluster);
            if (postgres.answers()) {
                return postgres;
            }
        }
        throw Refusal.configuration(
                "database_start",
                "The bundled PostgreSQL did not start. The reason is at the end of %s."
                        .formatted(programs.log()));
    }

    /// From now on it is started again whenever it ends, until it is closed.
    BundledPostgres watched() {
        Thread.ofVirtual().name("postgres-watch").start(this::watch);
        return this;
    }

    private void watch() {
        while (true) {
            var exit = Programs.finish(process());
            if (isClosed()) {
                return;
            }
            LOG.error("PostgreSQL ended with {}. It is started again.", exit);
            if (startAgain() && answers()) {
                LOG.info("PostgreSQL is back.");
            } else {
                pause();
            }
        }
    }

    /// On the same port, so that whoever was connected finds it again.
    private synchronized boolean startAgain() {
        if (closed) {
            return false;
        }
        try {
            new Orphans(cluster.data(), programs).kill();
            process = programs.start("postgres", arguments(cluster.data(), port));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.error("PostgreSQL cannot be started again yet.", e);
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process process() {
        return process;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public DatabaseUrl owner() {
        return DatabaseUrl.local(port, Cluster.OWNER, cluster.password());
    }

    /// Ends sessions that are left, writes a checkpoint, and waits until PostgreSQL is gone.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        try {
            do {
                new Orphans(cluster.data(), programs).stop();
                // One that has only just been launched is not at its data yet, and is missed.
            } while (!process().waitFor(STOP_AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping.", e);
        }
    }

    /// Waits until PostgreSQL takes connections; false when it ended instead.
    private boolean answers() {
        var process = process();
        while (process.isAlive()) {
            try (var connection = owner().connect()) {
                return connection.isValid(0);
            } catch (SQLException e) {
                var state = String.valueOf(e.getSQLState());
                if (!state.startsWith(COMING_OR_GOING) && !state.startsWith(CONNECTION_FAILED)) {
                    close();
                    throw refused(e);
                }
                rest(process);
            }
        }
        return false;
    }

    private void rest(Process process) {
        try {
            process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    private Refusal refused(SQLException e) {
        return Refusal.configuration(
                "database_password",
                "The bundled PostgreSQL did not let Keepwell in: %s Its password is in %s."
                        .formatted(e.getMessage(), cluster.data().resolveSibling("password")));
    }

    private static String[] arguments(Path data, int port) {
        var arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
        for (var setting : SETTINGS) {
            arguments.add("-c");
            arguments.add(setting);
        }
        return arguments.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
