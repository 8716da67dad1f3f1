package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Rejection;
import dev.keepwell.source.event.DeadLetter;
import dev.keepwell.source.event.DeadLetters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Everything that was set aside: rows of files, and events.
@Component
record LetterExport(Database database, DeadLetters letters) {

    private static final int AT_ONCE = 1_000;

    void each(WorkspaceId workspace, ExportFormat format) {
        rows(workspace, format);
        events(workspace, format);
    }

    private void rows(WorkspaceId workspace, ExportFormat format) {
        var after = 0L;
        List<Rejection> page;
        do {
            var cursor = after;
            page = database.in(workspace, it -> new ImportLog().allRejections(it, cursor, AT_ONCE));
            page.forEach(it -> format.row(row(it)));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == AT_ONCE);
    }

    private void events(WorkspaceId workspace, ExportFormat format) {
        var page = letters.all(workspace, 0, AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(it -> format.row(event(it)));
            page = letters.all(workspace, page.getLast().id(), AT_ONCE);
        }
    }

    /// Rows and events have the same columns, so that one table holds both.
    private static SequencedMap<String, @Nullable Object> row(Rejection it) {
        var columns = ExportFormat.columns();
        columns.put("kind", "row");
        columns.put("id", it.id());
        columns.put("messageId", null);
        columns.put("source", null);
        columns.put("file", it.file());
        columns.put("line", it.line());
        columns.put("table", it.table());
        columns.put("reason", it.reason());
        columns.put("detail", it.detail());
        columns.put("pointer", null);
        columns.put("original", it.original());
        columns.put("original_base64", null);
        columns.put("first_seen", it.firstSeen().toString());
        columns.put("replayed_at", null);
        columns.put("ignored_at", null);
        return columns;
    }

    private static SequencedMap<String, @Nullable Object> event(DeadLetter it) {
        var text = text(it.original());
        var columns = ExportFormat.columns();
        columns.put("kind", "event");
        columns.put("id", it.id());
        columns.put("messageId", it.messageId());
        columns.put("source", it.origin().source());
        columns.put("file", null);
        columns.put("line", null);
        columns.put("table", null);
        columns.put("reason", it.why().reason());
        columns.put("detail", it.why().detail());
        columns.put("pointer", it.why().pointer());
        columns.put("original", text);
        columns.put(
                "original_base64",
                text == null ? Base64.getEncoder().encodeToString(it.original()) : null);
        columns.put("first_seen", it.origin().firstSeen().toString());
        columns.put("replayed_at", word(it.state().replayedAt()));
        columns.put("ignored_at", word(it.state().ignoredAt()));
        return columns;
    }

    private static @Nullable String word(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }

    /// Null when it is none, and then only its bytes tell what was sent.
    static @Nullable String text(byte[] original) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(original)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
