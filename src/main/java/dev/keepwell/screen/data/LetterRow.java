package dev.keepwell.screen.data;

import dev.keepwell.source.event.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One event that was set aside, as one line, and opened if somebody works on it.
///
/// @param done what was done about it just now
public record LetterRow(
        String id,
        Clocked at,
        String source,
        String messageId,
        String pointer,
        String detail,
        @Nullable Open open,
        @Nullable Done done) {

    /// The event itself, what somebody made of it so far, and why that is still wrong.
    public record Open(
            Payload payload,
            String text,
            String problem,
            String told,
            String route,
            String attempts) {}

    /// What happened to it.
    public enum Done {
        REPLAYED,
        IGNORED
    }

    static LetterRow of(DeadLetter letter, Clocked.Place place) {
        return new LetterRow(
                Long.toString(letter.id()),
                place.at(letter.origin().firstSeen()),
                letter.origin().source(),
                Objects.requireNonNullElse(letter.messageId(), ""),
                letter.why().pointer(),
                letter.why().detail(),
                null,
                null);
    }

    LetterRow opened(DeadLetter letter) {
        var payload = Payload.of(text(letter), letter.why().pointer());
        return opened(letter, payload.text(), "");
    }

    /// As somebody left it when it was refused.
    LetterRow opened(DeadLetter letter, String text, String problem) {
        var open =
                new Open(
                        Payload.of(text(letter), letter.why().pointer()),
                        text,
                        problem,
                        ReasonRow.isTold(letter)
                                ? "It was refused at the door: the sender was told in the answer."
                                : "The sender was not told: it was found out after the answer.",
                        CallBody.wayIn(letter.origin().route()),
                        Integer.toString(letter.why().attempts()));
        return new LetterRow(id, at, source, messageId, pointer, detail, open, null);
    }

    LetterRow done(Done what) {
        return new LetterRow(id, at, source, messageId, pointer, detail, null, what);
    }

    private static String text(DeadLetter letter) {
        return new String(letter.original(), StandardCharsets.UTF_8);
    }
}
