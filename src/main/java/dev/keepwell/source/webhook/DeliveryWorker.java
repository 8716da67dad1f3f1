package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.webhook.DeliveryLog.Waiting;
import dev.keepwell.source.webhook.RowKeeping.Batch;
import dev.keepwell.workspace.Conventions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Turns deliveries into records. All that was told of one thing is read together, so the result is
/// the same whatever came first; a portion is one transaction, so it counts once or not at all.
final class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int ROWS_MAX = 200;

    private static final Map<String, Set<String>> BESIDE =
            Map.of(
                    "subscription_segment", Set.of("subscription_event"),
                    "invoice", Set.of("invoice_payment", "credit_note"));

    private final Database database;
    private final Endpoints endpoints;
    private final RowKeeping keeping;
    private final Function<WorkspaceId, Conventions> conventions;
    private final Clock clock;

    DeliveryWorker(
            Database database,
            Endpoints endpoints,
            RowKeeping keeping,
            Function<WorkspaceId, Conventions> conventions,
            Clock clock) {
        this.database = database;
        this.endpoints = endpoints;
        this.keeping = keeping;
        this.conventions = conventions;
        this.clock = clock;
    }

    /// Where something waits.
    List<WorkspaceId> waiting() {
        return database.unscoped(session ->
                session.sql()
                        .sql("select * from source.workspaces_with_deliveries()")
                        .query((row, _) -> new WorkspaceId(row.getString(1)))
                        .list());
    }

    /// Settles a portion; says whether there was any. What cannot be settled beside others is tried
    /// alone, so that one of a kind that nobody foresaw does not hold up all that came after it.
    boolean portion(WorkspaceId workspace) {
        try {
            return portion(workspace, ROWS_MAX);
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            throw e; // The database does not answer, which says nothing about what waits.
        } catch (RuntimeException e) {
            LOG.warn("A portion of deliveries is settled one by one: {}", e.toString());
            return alone(workspace);
        }
    }

    private boolean alone(WorkspaceId workspace) {
        try {
            return portion(workspace, 1);
        } catch (TransientDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A delivery cannot be settled.", e);
            database.doIn(
                    workspace, session -> new DeliveryLog(session).setAsideFirst(clock.instant()));
            return true;
        }
    }

    private boolean portion(WorkspaceId workspace, int rowsMax) {
        var zone = conventions.apply(workspace).zone();
        var context = new Context(zone, channels(workspace));
        return database.in(
                workspace,
                session -> {
                    // Two servers would each read a part of what was told of one thing.
                    session.sql()
                            .sql("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                            .param("webhooks " + workspace)
                            .query((_, _) -> true)
                            .list();
                    var waiting = new DeliveryLog(session).waiting(rowsMax);
                    waiting.forEach(it -> settle(session, workspace, it, context));
                    return !waiting.isEmpty();
                });
    }

    private Map<String, String> channels(WorkspaceId workspace) {
        var channels = new HashMap<String, String>();
        endpoints.list(workspace).forEach(it -> channels.putAll(it.wiring().channels()));
        return channels;
    }

    private void settle(Session session, WorkspaceId workspace, Waiting waiting, Context context) {
        var log = new DeliveryLog(session);
        var told = new ArrayList<Told>();
        for (var subject : waiting.subjects()) {
            told.add(
                    DeliveryReading.read(waiting.provider(), log.about(waiting, subject), context));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rows = told.stream().flatMap(it -> it.rows().stream()).toList();
        var outcomes = new LinkedHashMap<Long, Outcome>();
        @Nullable String importId = null;
        if (rows.isEmpty()) {
            told.forEach(it -> outcomes.putAll(it.outcomes()));
            log.settle(outcomes, importId, now);
            return;
        }
        importId = Fingerprint.of(UUID.randomUUID().toString()).id("whi");
        var batch =
                new Batch(workspace, importId, waiting.source(), now, rows, heard(waiting, rows));
        DeliveryImport.open(session, batch, waiting.provider());
        var kept = keeping.keep(session, batch);
        told.forEach(it -> outcomes.putAll(judged(it, kept)));
        log.settle(outcomes, importId, now);
        if (kept.created() > 0) {
            log.tryAgainWhatWasUnknown(outcomes.keySet());
        }
    }

    /// Who sends subscriptions would send their cancellations as well: that there is none is news.
    private static Set<String> heard(Waiting waiting, List<Told.Row> rows) {
        var heard = new TreeSet<String>();
        rows.forEach(it -> heard.add(it.table()));
        if (waiting.provider() == Provider.STRIPE) {
            for (var table : List.copyOf(heard)) {
                heard.addAll(BESIDE.getOrDefault(table, Set.of()));
            }
        }
        return heard;
    }

    /// A delivery whose row was refused is set aside. Where all rows of one thing were, so are all
    /// deliveries that tell of it.
    private static Map<Long, Outcome> judged(Told told, RowKeeping.Kept kept) {
        var outcomes = new LinkedHashMap<>(told.outcomes());
        var refused = new LinkedHashMap<Told.Row, Outcome.SetAside>();
        told.rows()
                .forEach(it -> {
                    var why = kept.refused().get(it);
                    if (why != null) {
                        refused.put(it, why);
                        outcomes.put(it.delivery(), why);
                    }
                });
        var toldRows =
                told.rows().stream().filter(it -> !(it instanceof Told.Row.Withdrawn)).count();
        if (!refused.isEmpty() && refused.size() >= toldRows) {
            var why = refused.firstEntry().getValue();
            outcomes.replaceAll((_, it) -> it instanceof Outcome.Applied ? why : it);
        }
        return outcomes;
    }
}
