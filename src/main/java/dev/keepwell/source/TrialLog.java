package dev.keepwell.source;

import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/// What trials of imports found out, within one transaction. The reports are JSON in the words of
/// whoever tries imports out.
public record TrialLog(Session session) {

    /// What was found out about a revision of an import.
    public Optional<String> of(String importId, int revision) {
        return session.sql()
                .sql(
                        """
                        select report from source.import_trial
                        where import_id = ? and revision = ?
                        """)
                .params(importId, revision)
                .query(String.class)
                .optional();
    }

    /// The last thing that was found out, whatever was decided since.
    public Optional<String> latest(String importId) {
        return session.sql()
                .sql("select report from source.import_trial where import_id = ?")
                .param(importId)
                .query(String.class)
                .optional();
    }

    public void keep(String importId, int revision, Instant now, String report) {
        session.sql()
                .sql(
                        """
                        insert into source.import_trial
                            (workspace_id, import_id, revision, tried_at, report)
                        values (current_setting('app.workspace'), ?, ?, ?, cast(? as json))
                        on conflict (workspace_id, import_id) do update set
                            revision = excluded.revision,
                            tried_at = excluded.tried_at,
                            report = excluded.report
                        where import_trial.revision <= excluded.revision
                        """)
                .params(importId, revision, now.atOffset(ZoneOffset.UTC), report)
                .update();
    }
}
