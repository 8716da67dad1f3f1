package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the terms that an account signed, year after year, and how each renewal went.
final class Contracts {

    private static final int YEAR = 365;
    private static final int NOTICE_DAYS = 30;

    private final Scene scene;

    Contracts(Scene scene) {
        this.scene = scene;
    }

    private record Term(int from, int to) {}

    void write(Journey journey, List<Stretch> deal) {
        switch (journey.fate()) {
            case Fate.Leaves(int left, _) ->
                    write(journey, deal, terms(journey.joined(), left), true);
            case Fate.Returns(int left, int back) -> {
                write(journey, deal, terms(journey.joined(), left), true);
                write(journey, deal, terms(back, back - YEAR), false);
            }
            case Fate.Stays(),
                    Fate.Grows(),
                    Fate.Shrinks _,
                    Fate.Fades _,
                    Fate.Storms _,
                    Fate.Orphaned _,
                    Fate.Pauses _,
                    Fate.Signs() ->
                    write(journey, deal, terms(journey.joined(), -journey.renewsIn()), false);
        }
    }

    /// Whole years back from the last end; the first term takes what is left.
    private static List<Term> terms(int start, int lastEnd) {
        var terms = new ArrayList<Term>();
        int end = lastEnd;
        while (start - end > YEAR + YEAR / 2) {
            terms.add(new Term(end + YEAR, end));
            end += YEAR;
        }
        terms.add(new Term(start, end));
        Collections.reverse(terms);
        return terms;
    }

    private void write(Journey journey, List<Stretch> deal, List<Term> terms, boolean isLost) {
        @Nullable String before = null;
        for (int i = 0; i < terms.size(); i++) {
            var term = terms.get(i);
            boolean isLast = i == terms.size() - 1;
            var outcome = !isLast ? "renewed" : isLost ? "lost" : "pending";
            int decided = term.to + (isLost && isLast ? lostBefore(journey) : 21);
            var id = "%s-c%d".formatted(journey.id(), term.from);
            long mrr = Deal.on(deal, term.from).map(Stretch::mrr).orElse(0L);
            scene.add(
                    Table.CONTRACT,
                    id,
                    journey.id(),
                    scene.day(term.from),
                    scene.day(term.to),
                    Revenue.money(12 * mrr),
                    Revenue.CURRENCY,
                    journey.segment() == Segment.SMALL_BUSINESS,
                    NOTICE_DAYS,
                    term.to < 0 ? "active" : "ended",
                    before,
                    scene.day(term.from + (i == 0 ? 3 : 21)),
                    outcome,
                    outcome.equals("pending") ? null : scene.day(decided));
            before = id;
        }
    }

    /// A loud leaver says so early, a quiet one at the last moment.
    private static int lostBefore(Journey journey) {
        return journey.fate() instanceof Fate.Leaves(_, Fate.Manner manner)
                        && manner == Fate.Manner.LOUD
                ? 35
                : 4;
    }
}
