package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.DeadLetter;
import dev.keepwell.source.event.DeadLetterGroup;
import dev.keepwell.source.event.DeadLetters;
import dev.keepwell.source.event.Replays;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Events that were set aside: why, their bytes, and the ways back in.
@RestController
class DeadLettersController {

    private static final int LIMIT_MAX = 500;

    /// One event that was set aside. What is no text comes as base64.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            String source,
            String route,
            String stage,
            String reason,
            String detail,
            String pointer,
            @Nullable String messageId,
            Instant firstSeen,
            int attempts,
            @Nullable Instant replayedAt,
            @Nullable Instant ignoredAt,
            @Nullable String original,
            @Nullable String originalBase64) {

        static Answer of(DeadLetter it) {
            var text = LetterExport.text(it.original());
            return new Answer(
                    Long.toString(it.id()),
                    it.origin().source(),
                    it.origin().route(),
                    it.why().stage(),
                    it.why().reason(),
                    it.why().detail(),
                    it.why().pointer(),
                    it.messageId(),
                    it.origin().firstSeen(),
                    it.why().attempts(),
                    it.state().replayedAt(),
                    it.state().ignoredAt(),
                    text,
                    text == null ? Base64.getEncoder().encodeToString(it.original()) : null);
        }
    }

    /// Open ones, the newest first.
    record Answers(List<Answer> data, boolean hasMore, @Nullable String nextCursor) {}

    /// Open ones by reason.
    record Groups(List<DeadLetterGroup> data) {}

    /// The mended event, as text; as it was if left out.
    record ReplayOrder(@Nullable String payload) {}

    /// Some before and after, and what would still be wrong with them.
    record Previews(List<Replays.Preview> data) {}

    private final DeadLetters letters;
    private final Replays replays;

    DeadLettersController(DeadLetters letters, Replays replays) {
        this.letters = letters;
        this.replays = replays;
    }

    @GetMapping("/api/v1/dead-letters")
    Answers list(
            WorkspaceId workspace,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var size = Math.clamp(limit, 1, LIMIT_MAX);
        var before = cursor.isEmpty() ? Long.MAX_VALUE : number(cursor);
        var page = letters.list(workspace, reason, before, size + 1);
        var shown = page.subList(0, Math.min(size, page.size()));
        var hasMore = page.size() > size;
        return new Answers(
                shown.stream().map(Answer::of).toList(),
                hasMore,
                hasMore ? Long.toString(shown.getLast().id()) : null);
    }

    @GetMapping("/api/v1/dead-letters/reasons")
    Groups reasons(WorkspaceId workspace) {
        return new Groups(letters.groups(workspace));
    }

    @GetMapping("/api/v1/dead-letters/{id}")
    Answer find(WorkspaceId workspace, @PathVariable String id) {
        return Answer.of(letters.find(workspace, number(id)));
    }

    @PostMapping("/api/v1/dead-letters/{id}/replay")
    Answer replay(WorkspaceId workspace, @PathVariable String id, @RequestBody ReplayOrder order) {
        replays.replay(workspace, number(id), order.payload());
        return Answer.of(letters.find(workspace, number(id)));
    }

    @PostMapping("/api/v1/dead-letters/replays")
    Replays.Result replayAll(WorkspaceId workspace, @RequestBody ReplaysOrder order) {
        return replays.replayAll(workspace, order.said(), order.change());
    }

    /// What the same order would do to the newest; nothing is sent.
    @PostMapping("/api/v1/dead-letters/previews")
    Previews preview(WorkspaceId workspace, @RequestBody ReplaysOrder order) {
        return new Previews(replays.preview(workspace, order.said(), order.change()));
    }

    @PostMapping("/api/v1/dead-letters/{id}/ignore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ignore(WorkspaceId workspace, @PathVariable String id) {
        letters.ignore(workspace, number(id));
    }

    private static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Refusal.unknown(
                    "unknown_dead_letter", "Nothing was set aside under '%s'.".formatted(id));
        }
        return Long.parseLong(id);
    }
}
