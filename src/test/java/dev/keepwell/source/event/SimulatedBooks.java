package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Keeping.Outcome;
import dev.keepwell.source.event.Portion.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;

/// Books in memory that go away at any moment: before a transaction is done, after it is and before
/// anybody knows, or together with the whole process.
final class SimulatedBooks implements Books {

    /// The process ends here.
    static final class Crash extends Error {
        Crash() {
            super(null, null, false, false);
        }
    }

    /// An event that no rule foresaw, by its name.
    static final String BUG = "bug";

    private final WorkspaceId workspace;
    private final Random random;
    private State state = new State();
    private double trouble;

    SimulatedBooks(WorkspaceId workspace, Random random) {
        this.workspace = workspace;
        this.random = random;
    }

    /// How likely each step of a transaction ends badly.
    void expect(double likely) {
        trouble = likely;
    }

    State state() {
        return state;
    }

    /// A request with what has become of it.
    record Row(Arrival arrival, List<String> ids, int attempts, String outcomes) {

        boolean isWaiting() {
            return outcomes.isEmpty();
        }
    }

    static final class State {
        final TreeMap<Long, Row> log = new TreeMap<>();
        final Map<String, Event> kept = new HashMap<>();
        final List<String> stored = new ArrayList<>();
        final Set<String> aside = new HashSet<>();
        long received;
        final Map<Character, Long> outcomes = new TreeMap<>();

        State copy() {
            var copy = new State();
            copy.log.putAll(log);
            copy.kept.putAll(kept);
            copy.stored.addAll(stored);
            copy.aside.addAll(aside);
            copy.received = received;
            copy.outcomes.putAll(outcomes);
            return copy;
        }

        long settled() {
            return outcomes.values().stream().mapToLong(Long::longValue).sum();
        }

        long waiting() {
            return log.values().stream()
                    .filter(Row::isWaiting)
                    .mapToLong(it -> it.arrival().sizes().events())
                    .sum();
        }
    }

    @Override
    public <T> T in(WorkspaceId asked, Function<Page, T> work) {
        var draft = state.copy();
        var result = work.apply(new OfState(draft));
        stumble();
        state = draft;
        // It is done, and perhaps nobody hears so.
        stumble();
        return result;
    }

    @Override
    public void tidy(WorkspaceId asked) {
        stumble();
    }

    @Override
    public List<WorkspaceId> waiting() {
        stumble();
        return state.waiting() > 0 ? List.of(workspace) : List.of();
    }

    private void stumble() {
        var luck = random.nextDouble();
        if (luck < trouble / 3) {
            throw new Crash();
        }
        if (luck < trouble) {
            throw new DataAccessResourceFailureException("The database is away.");
        }
    }

    private final class OfState implements Page {
        private final State draft;

        private OfState(State draft) {
            this.draft = draft;
        }

        @Override
        public void append(List<Arrival> arrivals) {
            arrivals.forEach(this::append);
        }

        private void append(Arrival arrival) {
            stumble();
            var seq = draft.log.isEmpty() ? 1 : draft.log.lastKey() + 1 + random.nextInt(2);
            draft.log.put(seq, new Row(arrival, ids(arrival), 0, ""));
            draft.received += arrival.sizes().events();
        }

        @Override
        public List<IngestLog.Waiting> waiting(int rowsMax) {
            var waiting = new ArrayList<IngestLog.Waiting>();
            draft.log.forEach((seq, row) -> {
                if (row.isWaiting() && waiting.size() < rowsMax) {
                    var sizes = row.arrival().sizes();
                    waiting.add(
                            new IngestLog.Waiting(
                                    seq, sizes.events(), sizes.unpacked(), row.attempts()));
                }
            });
            return waiting;
        }

        @Override
        public void tryAgain(Collection<Long> seqs) {
            for (var seq : seqs) {
                draft.log.computeIfPresent(
                        seq,
                        (_, row) ->
                                new Row(
                                        row.arrival(),
                                        row.ids(),
                                        row.attempts() + 1,
                                        row.outcomes()));
            }
        }

        @Override
        public void giveBack(Collection<Long> seqs) {
            for (var seq : seqs) {
                draft.log.computeIfPresent(
                        seq,
                        (_, row) ->
                                new Row(
                                        row.arrival(),
                                        row.ids(),
                                        row.attempts() - 1,
                                        row.outcomes()));
            }
        }

        @Override
        public List<Logged> hold(Collection<Long> seqs) {
            stumble();
            var held = new ArrayList<Logged>();
            for (var seq : seqs.stream().sorted().toList()) {
                var row = draft.log.get(seq);
                if (row != null && row.isWaiting()) {
                    held.add(logged(seq, row.arrival()));
                }
            }
            return held;
        }

        private static List<String> ids(Arrival arrival) {
            return Body.of(arrival.body(), Route.BATCH).events().stream()
                    .map(it -> String.valueOf(MessageIds.of(it.array())))
                    .toList();
        }

        private Logged logged(long seq, Arrival it) {
            return new Logged(
                    seq,
                    it.sender().source(),
                    it.call().route().path(),
                    it.call().requestId(),
                    it.call().receivedAt(),
                    it.sizes().events(),
                    it.body());
        }

        @Override
        public List<Outcome> keep(List<Event> events) {
            var outcomes = new ArrayList<Outcome>();
            for (var event : events) {
                if (BUG.equals(event.name())) {
                    throw new IllegalStateException("Nobody foresaw this.");
                }
                var known = draft.kept.putIfAbsent(event.id().messageId(), event);
                if (known == null) {
                    draft.stored.add(event.id().messageId());
                    outcomes.add(Outcome.STORED);
                } else {
                    var isSame = known.id().content().equals(event.id().content());
                    outcomes.add(isSame ? Outcome.DUPLICATE : Outcome.CONFLICTING);
                }
            }
            stumble();
            return outcomes;
        }

        @Override
        public void finish(Portion portion, Map<Place, Character> kept) {
            stumble();
            for (var letter : portion.letters()) {
                draft.aside.add(String.valueOf(MessageIds.of(letter.original())));
            }
            for (var request : portion.requests()) {
                var row = draft.log.get(request.seq());
                var outcomes = new StringBuilder();
                for (int i = 0; i < request.events(); i++) {
                    var outcome = kept.getOrDefault(new Place(request.seq(), i), 'x');
                    outcomes.append(outcome.charValue());
                    draft.outcomes.merge(outcome, 1L, Long::sum);
                }
                draft.log.put(
                        request.seq(),
                        new Row(row.arrival(), row.ids(), row.attempts(), outcomes.toString()));
            }
        }
    }
}
