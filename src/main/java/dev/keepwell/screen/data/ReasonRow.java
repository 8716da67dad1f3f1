package dev.keepwell.screen.data;

import dev.keepwell.source.event.DeadLetter;
import dev.keepwell.source.event.DeadLetterGroup;
import org.jspecify.annotations.Nullable;

/// All open events of one reason, as one line.
public record ReasonRow(
        Reason reason,
        String count,
        Clocked first,
        Clocked last,
        DayBars days,
        String sources,
        String example) {

    /// Its word for machines, for people, and whether the sender heard of it at once.
    public record Reason(String code, String words, boolean isTold) {

        static Reason of(String code, boolean isTold) {
            var words = code.replace('_', ' ');
            return new Reason(
                    code, Character.toUpperCase(words.charAt(0)) + words.substring(1), isTold);
        }

        public String address() {
            return "/data/rejected/" + code;
        }
    }

    static ReasonRow of(DeadLetterGroup group, @Nullable DeadLetter example, Clocked.Place place) {
        return new ReasonRow(
                Reason.of(group.reason(), example != null && isTold(example)),
                "%,d".formatted(group.count()),
                place.at(group.firstSeen()),
                place.at(group.lastSeen()),
                DayBars.of(group.days()),
                String.join(", ", group.sources()),
                example == null ? "" : example.why().detail());
    }

    static boolean isTold(DeadLetter letter) {
        return letter.why().stage().equals("door");
    }
}
