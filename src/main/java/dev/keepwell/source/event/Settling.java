package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Portion.Place;
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

    private final Books books;

    Settling(Books books) {
        this.books = books;
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
                alone(workspace, seqs.getFirst());
            } else {
                int middle = seqs.size() / 2;
                settle(workspace, seqs.subList(0, middle));
                settle(workspace, seqs.subList(middle, seqs.size()));
            }
        }
    }

    /// Sets all of a request aside without looking at what it means.
    void setAside(WorkspaceId workspace, long seq, int events) {
        var all = new HashSet<Place>();
        for (int i = 0; i < events; i++) {
            all.add(new Place(seq, i));
        }
        settle(workspace, List.of(seq), all);
    }

    private void alone(WorkspaceId workspace, long seq) {
        var fit = fit(workspace, seq);
        try {
            settle(workspace, List.of(seq), hopeless(workspace, fit));
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            // Each can be kept alone, and all of them cannot together. It must not stop the others.
            LOG.error("Request {} cannot be settled.", seq, e);
            settle(workspace, List.of(seq), places(fit));
        }
    }

    private void settle(WorkspaceId workspace, Collection<Long> seqs, Set<Place> hopeless) {
        books.in(
                workspace,
                page -> {
                    var held = page.hold(seqs);
                    if (!held.isEmpty()) {
                        write(page, new Portion(held, hopeless));
                    }
                    return true;
                });
    }

    private static void write(Books.Page page, Portion portion) {
        var events = portion.fit().stream().map(Portion.Placed::event).toList();
        var outcomes = page.keep(events);
        var kept = new HashMap<Place, Character>();
        for (int i = 0; i < outcomes.size(); i++) {
            var placed = portion.fit().get(i);
            kept.put(placed.place(), letter(placed.event(), outcomes.get(i)));
        }
        page.finish(portion, kept);
    }

    private static char letter(Event event, Keeping.Outcome outcome) {
        return switch (outcome) {
            case STORED -> event.change() ? 'c' : 's';
            case DUPLICATE -> 'd';
            case CONFLICTING -> 'p';
        };
    }

    private List<Portion.Placed> fit(WorkspaceId workspace, long seq) {
        return books.in(
                workspace,
                page -> {
                    var held = page.hold(List.of(seq));
                    return held.isEmpty()
                            ? List.<Portion.Placed>of()
                            : new Portion(held, Set.of()).fit();
                });
    }

    private static Set<Place> places(List<Portion.Placed> events) {
        var places = new HashSet<Place>();
        events.forEach(it -> places.add(it.place()));
        return places;
    }

    /// Those that cannot be kept even alone.
    private Set<Place> hopeless(WorkspaceId workspace, List<Portion.Placed> fit) {
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
        for (int i = 1; i < TRIES; i++) {
            if (isKeepable(workspace, events)) {
                return;
            }
        }
        found.add(events.getFirst().place());
    }

    /// Keeps them on trial, and takes it back.
    private boolean isKeepable(WorkspaceId workspace, List<Portion.Placed> events) {
        try {
            return books.in(
                    workspace,
                    page -> {
                        page.keep(events.stream().map(Portion.Placed::event).toList());
                        throw new OnTrial();
                    });
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
