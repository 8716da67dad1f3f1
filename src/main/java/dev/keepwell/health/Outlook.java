package dev.keepwell.health;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a model would change today if it were put in force, account by account.
public record Outlook(
        Range range,
        Model model,
        List<Difference> differences,
        List<Prospect> prospects,
        List<Caution> cautions,
        Reach reach) {

    public Outlook {
        differences = List.copyOf(differences);
        prospects = List.copyOf(prospects);
        cautions = List.copyOf(cautions);
    }

    /// How many accounts each cap holds down, under the model that is tried.
    public record Reach(SortedMap<String, Integer> caps) {

        static Reach of(Collection<Anatomy> anatomies) {
            var caps = new TreeMap<String, Integer>();
            for (var it : anatomies) {
                it.caps().forEach(cap -> caps.merge(cap.cap(), 1, Integer::sum));
            }
            return new Reach(caps);
        }

        Reach and(Reach more) {
            var caps = new TreeMap<>(this.caps);
            more.caps.forEach((cap, count) -> caps.merge(cap, count, Integer::sum));
            return new Reach(caps);
        }
    }

    /// Which day was judged, which version judges it now, and how many of its accounts were tried.
    /// Fewer than all are a sample, and every count is an estimate.
    public record Range(LocalDate day, int version, int judged, int total) {

        public boolean isSample() {
            return judged < total;
        }

        /// `estimate from 5,000 of 42,000`.
        public String label() {
            return isSample()
                    ? String.format(Locale.ROOT, "estimate from %,d of %,d", judged, total)
                    : String.format(Locale.ROOT, "%,d accounts", total);
        }
    }

    public List<Prospect> movers() {
        return prospects.stream().filter(Prospect::isMover).toList();
    }

    /// How many accounts each profile applies to, before and after.
    public SortedMap<String, Shift> profiles() {
        var shifts = new TreeMap<String, Shift>();
        for (var it : prospects) {
            shifts.merge(it.before().profile(), new Shift(1, 0), Shift::plus);
            shifts.merge(it.after().profile(), new Shift(0, 1), Shift::plus);
        }
        return shifts;
    }

    /// So many before, and so many after.
    public record Shift(int before, int after) {

        private Shift plus(Shift more) {
            return new Shift(before + more.before, after + more.after);
        }
    }

    /// How many accounts change colour because of this edit, or of it and its neighbours.
    public long movedBy(int edit) {
        return prospects.stream()
                .map(Prospect::edits)
                .filter(it -> it != null && it.first() <= edit && edit <= it.last())
                .count();
    }
}
