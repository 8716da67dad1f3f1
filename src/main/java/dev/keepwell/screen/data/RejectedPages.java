package dev.keepwell.screen.data;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.DeadLetter;
import dev.keepwell.source.event.DeadLetterGroup;
import dev.keepwell.source.event.DeadLetters;
import dev.keepwell.source.event.Replays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/// Gathers what was set aside.
@Component
class RejectedPages {

    private static final int ROWS = 50;

    private final DeadLetters letters;
    private final Replays replays;
    private final LivePages places;

    RejectedPages(DeadLetters letters, Replays replays, LivePages places) {
        this.letters = letters;
        this.replays = replays;
        this.places = places;
    }

    List<ReasonRow> reasons(WorkspaceId workspace) {
        var place = places.place(workspace);
        var groups = letters.groups(workspace);
        var ids = groups.stream().map(DeadLetterGroup::example).toList();
        var examples = letters.some(workspace, ids);
        return groups.stream()
                .map(it -> ReasonRow.of(it, examples.get(it.example()), place))
                .toList();
    }

    GroupPage group(WorkspaceId workspace, String reason, long before, String done) {
        var place = places.place(workspace);
        var found = letters.list(workspace, reason, before, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        var hasMore = found.size() > ROWS;
        return new GroupPage(
                reason(reason, shown),
                count(workspace, reason),
                shown.stream().map(it -> LetterRow.of(it, place)).toList(),
                hasMore
                        ? "/data/rejected/%s?before=%d".formatted(reason, shown.getLast().id())
                        : null,
                before == Long.MAX_VALUE,
                shown.isEmpty() ? "" : shown.getFirst().why().pointer(),
                done);
    }

    private static ReasonRow.Reason reason(String code, List<DeadLetter> shown) {
        return ReasonRow.Reason.of(code, shown.stream().anyMatch(ReasonRow::isTold));
    }

    private String count(WorkspaceId workspace, String reason) {
        return letters.groups(workspace).stream()
                .filter(it -> it.reason().equals(reason))
                .map(it -> "%,d".formatted(it.count()))
                .findFirst()
                .orElse("0");
    }

    Rehearsal rehearsal(WorkspaceId workspace, String code, Fix fix) {
        var reason = ReasonRow.Reason.of(code, false);
        var count = count(workspace, code);
        try {
            var samples =
                    replays.preview(workspace, code, fix.edit()).stream()
                            .map(it -> Rehearsal.Sample.of(it, Fix.text(fix.pointer())))
                            .toList();
            return new Rehearsal(reason, count, fix, samples, "");
        } catch (Refusal e) {
            return new Rehearsal(reason, count, fix, List.of(), String.valueOf(e.getMessage()));
        }
    }

    LetterRow letter(WorkspaceId workspace, long id) {
        var letter = letters.find(workspace, id);
        return LetterRow.of(letter, places.place(workspace)).opened(letter);
    }

    /// Sends it again as somebody mended it. What is still wrong stays as they left it.
    LetterRow replay(WorkspaceId workspace, long id, String text) {
        var letter = letters.find(workspace, id);
        var row = LetterRow.of(letter, places.place(workspace));
        try {
            replays.replay(workspace, id, isAsItWas(letter, text) ? null : Payload.compact(text));
            return row.done(LetterRow.Done.REPLAYED);
        } catch (Refusal e) {
            return row.opened(letter, text, String.valueOf(e.getMessage()));
        }
    }

    /// What was only looked at goes back byte by byte.
    private static boolean isAsItWas(DeadLetter letter, String text) {
        var original = new String(letter.original(), StandardCharsets.UTF_8);
        return Payload.compact(Payload.masked(original)).equals(Payload.compact(text));
    }

    LetterRow ignore(WorkspaceId workspace, long id) {
        letters.ignore(workspace, id);
        return LetterRow.of(letters.find(workspace, id), places.place(workspace))
                .done(LetterRow.Done.IGNORED);
    }
}
