package dev.keepwell.job;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import javax.sql.DataSource;

/// What time it is for the database: the one clock by which all servers judge each other's leases.
///
/// It is asked at most once a second. In between, and while the database does not answer, time goes
/// on by the counter of this process, which no setting of the machine's clock moves.
final class DatabaseClock implements Clock {

    private static final long STALE = Duration.ofSeconds(1).toNanos();

    private final DataSource source;
    private volatile Reading reading;

    private record Reading(Instant time, long ticks) {

        Instant at(long now) {
            return time.plusNanos(now - ticks);
        }
    }

    DatabaseClock(DataSource source) {
        this.source = source;
        try {
            this.reading = read();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the time.", e);
        }
    }

    @Override
    public Instant now() {
        var last = reading;
        if (System.nanoTime() - last.ticks() > STALE) {
            try {
                last = read();
                reading = last;
            } catch (SQLException e) {
                // The scheduler says so as soon as it wants more than the time.
                return last.at(System.nanoTime());
            }
        }
        return last.at(System.nanoTime());
    }

    private Reading read() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            var time = Objects.requireNonNull(row.getObject(1, OffsetDateTime.class));
            return new Reading(time.toInstant(), System.nanoTime());
        }
    }
}
