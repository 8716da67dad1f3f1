package dev.keepwell.health;

import dev.keepwell.health.Ground.Stand;
import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/// Where grounds come from. The last ones of each workspace stay in memory until a score of it
/// changes, because whoever edits a model asks several times a second.
final class Grounds {

    /// As many accounts are judged within a second while somebody drags a point of a curve.
    static final int SAMPLE = 5_000;

    private static final int WORKSPACES_AT_MOST = 4;

    /// Drafts that compare a metric in different ways need a ground each.
    private static final int GROUNDS_AT_MOST = 3;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Hearing hearing;
    private final Models models;
    private final Ledger ledger;
    private final int sample;
    private final Map<WorkspaceId, Kept> kept = new ConcurrentHashMap<>();

    Grounds(Database database, Hearing hearing, Models models, Ledger ledger, int sample) {
        this.database = database;
        this.hearing = hearing;
        this.models = models;
        this.ledger = ledger;
        this.sample = sample;
    }

    /// Another whenever a current score was written or taken away: each write has a transaction of
    /// its own, whoever wrote.
    private record Stamp(int accounts, LocalDate day, int version, long written) {}

    /// The grounds of a workspace, the newest first.
    private record Kept(Stamp stamp, List<Ground> grounds) {

        Kept {
            grounds = List.copyOf(grounds);
        }

        Optional<Ground> covering(Known asked) {
            return grounds.stream().filter(it -> it.known().covers(asked)).findFirst();
        }

        Kept and(Ground richer) {
            var all = new ArrayList<Ground>();
            all.add(richer);
            grounds.stream()
                    .filter(it -> !richer.known().covers(it.known()))
                    .limit(GROUNDS_AT_MOST - 1)
                    .forEach(all::add);
            return new Kept(stamp, all);
        }
    }

    /// The ground for trying this model; nothing as long as nobody has a score. Of more accounts
    /// than a sample holds it is a sample.
    Optional<Ground> of(WorkspaceId workspace, Model model) {
        var asked = Known.of(model);
        forgetOthers(workspace);
        return stamp(workspace)
                .flatMap(stamp ->
                        kept.compute(workspace, (_, it) -> kept(workspace, it, stamp, model))
                                .covering(asked));
    }

    private Kept kept(WorkspaceId workspace, Kept before, Stamp stamp, Model model) {
        var valid =
                before != null && before.stamp().equals(stamp)
                        ? before
                        : new Kept(stamp, List.of(sample(workspace, stamp)));
        var asked = Known.of(model);
        return valid.covering(asked).isPresent()
                ? valid
                : valid.and(
                        valid.grounds()
                                .getFirst()
                                .with(asked, heard(workspace, stamp.day(), model)));
    }

    private void forgetOthers(WorkspaceId workspace) {
        if (kept.size() >= WORKSPACES_AT_MOST && !kept.containsKey(workspace)) {
            kept.keySet().stream().findFirst().ifPresent(kept::remove);
        }
    }

    /// All accounts, a portion at a time, for an exact answer that fits into memory.
    void each(WorkspaceId workspace, Model model, Consumer<Ground> reader) {
        var stamp = stamp(workspace).orElseThrow();
        var states = states(workspace, stamp.day());
        var known = Known.of(judge(workspace, stamp));
        var asked = Known.of(model);
        var heard =
                known.covers(asked)
                        ? Map.<AccountId, Facts>of()
                        : heard(workspace, stamp.day(), model);
        var portion = "where account_id > ? order by account_id limit ?";
        var after = "";
        while (true) {
            var stands = stands(workspace, portion, after, sample);
            if (stands.isEmpty()) {
                return;
            }
            reader.accept(
                    new Ground(
                                    stamp.day(),
                                    stamp.version(),
                                    stamp.accounts(),
                                    known,
                                    stands,
                                    states)
                            .with(asked, heard));
            after = stands.getLast().facts().account().value();
        }
    }

    /// A sample by the hash of the id is the same on every call and every day.
    private Ground sample(WorkspaceId workspace, Stamp stamp) {
        return new Ground(
                stamp.day(),
                stamp.version(),
                stamp.accounts(),
                Known.of(judge(workspace, stamp)),
                stands(workspace, "order by md5(account_id), account_id limit ?", sample),
                states(workspace, stamp.day()));
    }

    private Map<AccountId, Facts> heard(WorkspaceId workspace, LocalDate day, Model model) {
        var heard = new HashMap<AccountId, Facts>();
        hearing.of(workspace, model, List.of(day)).forEach(it -> heard.put(it.account(), it));
        return heard;
    }

    private Model judge(WorkspaceId workspace, Stamp stamp) {
        return models.version(workspace, stamp.version()).orElseThrow().model();
    }

    /// Where a run of that day goes on from, whichever version it judges by.
    private Map<AccountId, State> states(WorkspaceId workspace, LocalDate day) {
        return ledger.statesBefore(workspace, day);
    }

    private Optional<Stamp> stamp(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select count(*), max(day), max(version),
                                            max(cast(cast(xmin as text) as bigint))
                                        from health.current
                                        having count(*) > 0
                                        """)
                                .query((row, _) ->
                                        new Stamp(
                                                row.getInt(1),
                                                row.getObject(2, LocalDate.class),
                                                row.getInt(3),
                                                row.getLong(4)))
                                .optional());
    }

    private List<Stand> stands(WorkspaceId workspace, String which, Object... args) {
        var rows =
                database.in(
                        workspace,
                        session ->
                                Rows.of(
                                        session.sql()
                                                .sql("select anatomy from health.current " + which)
                                                .params(args)
                                                .query((row, _) -> row.getString(1))));
        return rows.parallelStream().map(Grounds::stand).toList();
    }

    private static Stand stand(String rows) {
        var anatomy = JSON.readValue(rows, AnatomyRows.class).anatomy();
        return new Stand(anatomy.facts(), Prospect.Standing.of(anatomy));
    }
}
