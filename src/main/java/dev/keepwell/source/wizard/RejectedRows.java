package dev.keepwell.source.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Rejection;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The rows of an import that were set aside, as they were sent and in the encoding in which they
/// were, each with its reason behind it: to be mended, and uploaded again alone.
public final class RejectedRows {

    static final String CODE = "_error_code";
    static final String DETAIL = "_error";
    private static final int AT_ONCE = 5_000;

    /// A file to be handed out.
    @SuppressWarnings("ArrayRecordComponent") // Written once and sent as it is.
    public record Handout(String name, byte[] bytes) {}

    private final Database database;
    private final Wizards wizards;

    public RejectedRows(Database database, Wizards wizards) {
        this.database = database;
        this.wizards = wizards;
    }

    public Handout of(WorkspaceId workspace, String importId) {
        var draft = wizards.known(workspace, importId);
        var layout = draft.layout();
        // What was no text is told as a line of CSV, with commas.
        var delimiter = layout.getOrDefault("delimiter", ",").replace("tab", "\t");
        var encoding =
                Charset.forName(layout.getOrDefault("encoding", StandardCharsets.UTF_8.name()));
        var text = new StringBuilder();
        var header = new ArrayList<>(draft.columns());
        header.add(CODE);
        header.add(DETAIL);
        text.append(line(header, delimiter));
        for (var it : rejections(workspace, importId)) {
            text.append(it.original())
                    .append(delimiter)
                    .append(line(List.of(it.reason(), it.detail()), delimiter));
        }
        var name = draft.file().replaceFirst("\\.[^.]*$", "") + "-rejected.csv";
        return new Handout(name, text.toString().getBytes(encoding));
    }

    /// A row that two tables set aside is in the file once.
    private List<Rejection> rejections(WorkspaceId workspace, String importId) {
        var all = new ArrayList<Rejection>();
        long after = 0;
        while (true) {
            long from = after;
            var some =
                    database.in(
                            workspace,
                            it -> new ImportLog().rejections(it, importId, from, AT_ONCE));
            for (var it : some) {
                if (all.stream().noneMatch(one -> one.line() == it.line())) {
                    all.add(it);
                }
            }
            if (some.size() < AT_ONCE) {
                return all;
            }
            after = some.getLast().id();
        }
    }

    private static String line(List<String> values, String delimiter) {
        var cells = values.stream().map(it -> cell(it, delimiter)).toList();
        return String.join(delimiter, cells) + "\r\n";
    }

    private static String cell(String value, String delimiter) {
        var plain = value.chars().noneMatch(it -> it == '"' || it == '\r' || it == '\n');
        return plain && !value.contains(delimiter)
                ? value
                : '"' + value.replace("\"", "\"\"") + '"';
    }
}
