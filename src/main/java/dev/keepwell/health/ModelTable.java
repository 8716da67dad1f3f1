package dev.keepwell.health;

import dev.keepwell.health.PublishedVersion.Publication;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The versions of a workspace's model, in the database.
record ModelTable(Session session, WorkspaceId workspace) {

    private static final String COLUMNS =
            """
            select version, name, sha256, note, author, applied_at, effective_on, rolls_back
            from health.model
            """;

    /// Two texts published at once become two versions, one after the other.
    void waitForOtherWriters() {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("health.model " + workspace)
                .query(Integer.class)
                .single();
    }

    /// All, the newest first.
    List<PublishedVersion> all() {
        return session.sql()
                .sql(COLUMNS + " order by version desc")
                .query((row, _) -> version(row))
                .list();
    }

    Optional<PublishedVersion> newest() {
        return session.sql()
                .sql(COLUMNS + " order by version desc limit 1")
                .query((row, _) -> version(row))
                .optional();
    }

    /// The greatest version that holds on the day.
    Optional<PublishedVersion> inForce(LocalDate day) {
        return session.sql()
                .sql(
                        COLUMNS
                                + """
                                where effective_on is null or effective_on <= ?
                                order by version desc
                                limit 1
                                """)
                .param(day)
                .query((row, _) -> version(row))
                .optional();
    }

    Optional<String> text(int number) {
        return session.sql()
                .sql("select yaml from health.model where version = ?")
                .param(number)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    void insert(PublishedVersion version, String yaml) {
        session.sql()
                .sql(
                        """
                        insert into health.model
                            (workspace_id, version, name, yaml, sha256, applied_at,
                             note, author, effective_on, rolls_back)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(workspace.value())
                .param(version.number())
                .param(version.name())
                .param(yaml)
                .param(version.sha256())
                .param(version.appliedAt().atOffset(ZoneOffset.UTC))
                .param(version.publication().note())
                .param(version.publication().author())
                .param(version.effectiveOn())
                .param(version.publication().rollsBack())
                .update();
    }

    private static PublishedVersion version(ResultSet row) throws SQLException {
        return new PublishedVersion(
                row.getInt("version"),
                row.getString("name"),
                row.getString("sha256"),
                new Publication(
                        row.getString("note"),
                        row.getString("author"),
                        row.getObject("rolls_back", Integer.class)),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_on", LocalDate.class));
    }
}
