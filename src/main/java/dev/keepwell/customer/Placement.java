package dev.keepwell.customer;

import dev.keepwell.source.ImportLog.SetAside;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// Finds each row of a chunk its place among the records, in file order.
///
/// A row that overlaps another waits until the rest of the chunk has been placed: a file may tell
/// first what begins and then what ended to make room for it. Rows of one id stay in their order.
final class Placement {

    private final Versions versions;
    private final Neighbours neighbours;
    private final Stretches stretches;
    private final Tally tally;

    Placement(Versions versions, Neighbours neighbours, Stretches stretches, Tally tally) {
        this.versions = versions;
        this.neighbours = neighbours;
        this.stretches = stretches;
        this.tally = tally;
    }

    void place(List<Candidate> candidates) {
        var waiting = candidates;
        while (!waiting.isEmpty()) {
            var left = placeOnce(waiting);
            waiting = left.size() < waiting.size() ? left : giveUp(left);
        }
    }

    /// Returns the rows that still wait.
    private List<Candidate> placeOnce(List<Candidate> candidates) {
        var held = new HashSet<String>();
        var left = new ArrayList<Candidate>();
        for (var candidate : candidates) {
            var sourceId = candidate.identity().sourceId();
            if (held.contains(sourceId) || !isPlaced(candidate)) {
                held.add(sourceId);
                left.add(candidate);
            }
        }
        return left;
    }

    /// False when the row has to wait, true when it is done with.
    private boolean isPlaced(Candidate candidate) {
        var outcome = versions.outcome(candidate);
        switch (outcome) {
            case CREATED, UPDATED -> {
                try {
                    neighbours.check(candidate);
                } catch (Unfit e) {
                    reject(candidate, e);
                    return true;
                }
                if (stretches.overlapped(candidate).isPresent()) {
                    return false;
                }
                versions.put(candidate);
                stretches.put(candidate);
            }
            case UNCHANGED, DUPLICATE, DUPLICATE_ID -> {}
        }
        tally.count(outcome, candidate);
        return true;
    }

    /// Nothing moves any more. Rows that hold up a later one of their id go first, for that one may
    /// still fit; without any, nothing that waits will ever fit. Returns the rows still to place.
    private List<Candidate> giveUp(List<Candidate> stuck) {
        var byId = new LinkedHashMap<String, List<Candidate>>();
        stuck.forEach(it ->
                byId.computeIfAbsent(it.identity().sourceId(), _ -> new ArrayList<>()).add(it));
        if (byId.size() == stuck.size()) {
            stuck.forEach(this::rejectOverlap);
            return List.of();
        }
        var first = Collections.newSetFromMap(new IdentityHashMap<Candidate, Boolean>());
        for (var rows : byId.values()) {
            if (rows.size() > 1) {
                rejectOverlap(rows.getFirst());
                first.add(rows.getFirst());
            }
        }
        return stuck.stream().filter(it -> !first.contains(it)).toList();
    }

    private void rejectOverlap(Candidate candidate) {
        reject(candidate, stretches.unfit(stretches.overlapped(candidate).orElseThrow()));
    }

    private void reject(Candidate candidate, Unfit unfit) {
        tally.reject(
                new SetAside(
                        candidate.line(), unfit.reason(), unfit.sentence(), candidate.original()));
    }
}
