package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Portion.Place;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Ends the waiting of requests: what is fit is kept, what is not is set aside, and both are
/// counted, in one transaction.
///
/// When that fails for a reason nobody foresaw, the requests are halved until the event is found
/// that it is about. It is tried three times alone and set aside; all others are kept.
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final int TRIES = 3;

    private final Database database;
    private final Keeping keeping;
    private final Clock clock;

    Settling(Database database, Keeping keeping, Clock clock) {
        this.database = database;
        this.keeping = keeping;
        this.clock = clock;
    }

    void settle(WorkspaceId workspace, List<Long> seqs) {
        try {
            settle(workspace, seqs, Set.of());
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            // The database is away or was in the way; none of the events can help that.
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} requests could not be settled together: {}", seqs.size(), e.toString());
            if (seqs.size() == 1) {
                settle(workspace, seqs, hopeless(workspace, seqs.getFirst()));
            } else {
                int middle = seqs.size() / 2;
                settle(workspace, seqs.subList(0, middle));
                settle(workspace, seqs.subList(middle, seqs.size()));
            }
        }
    }

    private void settle(WorkspaceId workspace, Collection<Long> seqs, Set<Place> hopeless) {
        database.doIn(
                workspace,
                session -> {
                    var held = new IngestLog(session).hold(seqs);
                    if (!held.isEmpty()) {
                        write(session, workspace, new Portion(held, hopeless));
                    }
                });
    }

    private void write(Session session, WorkspaceId workspace, Portion portion) {
        var events = portion.fit().stream().map(Portion.Placed::event).toList();
        var outcomes = keeping.keep(session, workspace, events, portion.upTo());
        var letters = new HashMap<Place, Character>();
        for (int i = 0; i < outcomes.size(); i++) {
            var placed = portion.fit().get(i);
            letters.put(
                    new Place(placed.request().seq(), placed.position()),
                    letter(placed.event(), outcomes.get(i)));
        }
        var deadLetters = new DeadLetterTable(session);
        portion.letters().forEach(it -> deadLetters.add(workspace, it));
        new Outcomes(session, clock).write(workspace, portion, letters);
    }

    private static char letter(Event event, Keeping.Outcome outcome) {
        return switch (outcome) {
            case STORED -> event.change() ? 'c' : 's';
            case DUPLICATE -> 'd';
            case CONFLICTING -> 'p';
        };
    }

    /// The events of a request that cannot be kept even alone.
    private Set<Place> hopeless(WorkspaceId workspace, long seq) {
        var fit =
                database.in(
                        workspace,
                        session -> {
                            var held = new IngestLog(session).hold(List.of(seq));
                            return held.isEmpty()
                                    ? List.<Portion.Placed>of()
                                    : new Portion(held, Set.of()).fit();
                        });
        var found = new HashSet<Place>();
        search(workspace, fit, found);
        return found;
    }

    private void search(WorkspaceId workspace, List<Portion.Placed> events, Set<Place> found) {
        if (events.isEmpty() || isKeepable(workspace, events)) {
            return;
        }
        if (events.size() > 1) {
            int middle = events.size() / 2;
            search(workspace, events.subList(0, middle), found);
            search(workspace, events.subList(middle, events.size()), found);
            return;
        }
        var alone = events.getFirst();
        for (int i = 1; i < TRIES; i++) {
            if (isKeepable(workspace, events)) {
                return;
            }
        }
        found.add(new Place(alone.request().seq(), alone.position()));
    }

    /// Keeps them on trial, and takes it back.
    private boolean isKeepable(WorkspaceId workspace, List<Portion.Placed> events) {
        try {
            database.doIn(
                    workspace,
                    session -> {
                        var kept = new ArrayList<Event>();
                        events.forEach(it -> kept.add(it.event()));
                        keeping.keep(session, workspace, kept, 0);
                        throw new OnTrial();
                    });
            throw new IllegalStateException("A trial ends by being taken back.");
        } catch (OnTrial e) {
            return true;
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} events cannot be kept: {}", events.size(), e.toString());
            return false;
        }
    }

    private static final class OnTrial extends RuntimeException {
        OnTrial() {
            super(null, null, false, false);
        }
    }
}
