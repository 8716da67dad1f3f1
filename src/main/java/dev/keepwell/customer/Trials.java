package dev.keepwell.customer;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Imports;
import dev.keepwell.source.TrialLog;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// What imports would do, tried out while somebody prepares them.
///
/// A trial is no job: jobs wait for each other, and whoever mends a file waits for nobody. One that
/// dies with its server has changed nothing, and is begun again by who asks for it.
public final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Asked(WorkspaceId workspace, String importId, int revision) {}

    private final Database database;
    private final Imports imports;
    private final Trying trying;
    private final Clock clock;
    private final Set<Asked> underWay = ConcurrentHashMap.newKeySet();

    Trials(Database database, Imports imports, Trying trying, Clock clock) {
        this.database = database;
        this.imports = imports;
        this.trying = trying;
        this.clock = clock;
    }

    /// What the import would do as it stands now; nothing as long as it is being tried.
    public Optional<Trial> of(WorkspaceId workspace, String importId) {
        var asked =
                new Asked(
                        workspace, importId, imports.preparations().revision(workspace, importId));
        var known = known(asked);
        if (known.isEmpty() && underWay.add(asked)) {
            Thread.ofVirtual().name("trial-" + importId).start(() -> tryOut(asked));
        }
        return known;
    }

    /// The last thing that was found out, whatever was decided since.
    public Optional<Trial> latest(WorkspaceId workspace, String importId) {
        return database.in(workspace, it -> new TrialLog(it).latest(importId)).map(Trials::read);
    }

    private void tryOut(Asked asked) {
        try {
            keep(asked, trying.out(asked.workspace, asked.importId));
        } catch (Refusal e) {
            keep(asked, Trial.failed(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("The import {} could not be tried.", asked.importId, e);
            keep(asked, Trial.failed("The trial failed. The server's log says why."));
        } finally {
            underWay.remove(asked);
        }
    }

    private Optional<Trial> known(Asked asked) {
        return database.in(
                        asked.workspace, it -> new TrialLog(it).of(asked.importId, asked.revision))
                .map(Trials::read);
    }

    private static Trial read(String report) {
        return JSON.readValue(report, Trial.class);
    }

    private void keep(Asked asked, Trial trial) {
        var report = JSON.writeValueAsString(trial);
        database.doIn(
                asked.workspace,
                it ->
                        new TrialLog(it)
                                .keep(asked.importId, asked.revision, clock.instant(), report));
    }
}
