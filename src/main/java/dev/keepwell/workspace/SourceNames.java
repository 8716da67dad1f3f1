package dev.keepwell.workspace;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names of the sources that write keys send as.
record SourceNames(Session session) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
    private static final String DEFAULT = "sdk";

    /// The name asked for, or the first of sdk, sdk-2, sdk-3 that no key has.
    String chosen(WorkspaceId workspace, @Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return free(workspace);
        }
        if (!NAME.matcher(asked).matches()) {
            throw Refusal.invalid(
                    "source",
                    "A source is named by 1 to 40 of a-z, 0-9, '_' and '-', but got '%s'."
                            .formatted(asked));
        }
        return asked;
    }

    private String free(WorkspaceId workspace) {
        // Two keys made at once would take the same name.
        session.sql()
                .sql("select pg_advisory_xact_lock(hashtextextended('source/' || ?, 0))::text")
                .param(workspace.value())
                .query(String.class)
                .single();
        var taken =
                session.sql()
                        .sql(
                                "select distinct source_system from workspace.token where kind ="
                                        + " 'write'")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .set();
        var name = DEFAULT;
        for (int i = 2; taken.contains(name); i++) {
            name = DEFAULT + "-" + i;
        }
        return name;
    }
}
