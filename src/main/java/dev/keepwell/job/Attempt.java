package dev.keepwell.job;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One try at one job, from its begin to its end.
///
/// Whatever it writes about the job carries its number, so that a process which stalled so long
/// that another took over changes nothing any more.
record Attempt(Database database, Clock clock, BooleanSupplier stopping, Job job, int number)
        implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /// How often work may be set back before it has failed. Crashes count with it.
    private static final int ATTEMPTS_MAX = 5;

    /// Bound while this thread works on a job.
    static final ScopedValue<Job> UNDERWAY = ScopedValue.newInstance();

    /// Work that ended because it was told to: it has not failed and will be done again.
    static final class Interruption extends RuntimeException {
        Interruption(String message) {
            super(message);
        }
    }

    Job.End run(Map<String, Work> works) {
        var work = works.get(job.kind());
        if (work == null) {
            return failed("unknown_work", "No work is called '%s'.".formatted(job.kind()));
        }
        try {
            var result = ScopedValue.where(UNDERWAY, job).call(() -> work.perform(job, this));
            return new Job.Done(clock.instant(), result);
        } catch (Refusal e) {
            checkWanted();
            return failed(e.code(), e.reason());
        } catch (Setback e) {
            checkWanted();
            return setBack(e);
        } catch (Interruption e) {
            throw e;
        } catch (RuntimeException | Error e) {
            checkWanted();
            LOG.error("Job {} ({}) failed.", job.id(), job.kind(), e);
            return failed("internal", "Something in Keepwell broke. Its log says what: " + e);
        }
    }

    private Job.Failed setBack(Setback e) {
        if (number < ATTEMPTS_MAX) {
            LOG.warn("Job {} ({}) begins anew: {}", job.id(), job.kind(), e.getMessage());
            throw new Interruption("%s was set back: %s".formatted(job.id(), e.getMessage()));
        }
        return failed(
                e.code(),
                "%s It was tried %d times. Ask for the job again when that is mended."
                        .formatted(e.getMessage(), number));
    }

    @Override
    public void report(String json) {
        checkWanted();
        if (!database.in(job.workspace(), it -> new JobTable(it).report(job.id(), number, json))) {
            throw takenOver();
        }
    }

    @Override
    public void hold(Session session) {
        checkWanted();
        if (!new JobTable(session).hold(job.id(), number)) {
            throw takenOver();
        }
    }

    private Interruption takenOver() {
        return new Interruption("Another server has taken over " + job.id());
    }

    /// While the server stops, whatever breaks may have broken because of that.
    private void checkWanted() {
        if (stopping.getAsBoolean()) {
            throw new Interruption("The server stops before %s ends".formatted(job.id()));
        }
    }

    private Job.Failed failed(String code, String reason) {
        return new Job.Failed(clock.instant(), code, reason);
    }
}
