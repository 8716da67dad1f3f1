package dev.keepwell.source;

import dev.keepwell.postgres.Session;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How far the files of imports have come, and the rows that could not be used.
///
/// Every change happens in the caller's transaction, beside the rows it speaks of.
public final class ImportLog {

    private static final TypeReference<TreeMap<String, Long>> REASONS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    /// A line that was set aside, and why: for one of its columns, or, with none, for all of it.
    public record SetAside(
            long line, String reason, String detail, String original, String column) {

        public SetAside(long line, String reason, String detail, String original) {
            this(line, reason, detail, original, "");
        }
    }

    public List<FileProgress> files(Session session, String importId) {
        return session.sql()
                .sql("select * from source.import_file where import_id = ? order by position")
                .param(importId)
                .query((row, _) -> progress(row))
                .list();
    }

    /// Moves a file on from the line where the caller believes it stands. Of two attempts at one
    /// job the second is stopped here, and what it did is rolled back.
    public void advance(Session session, String importId, long from, FileProgress progress) {
        var counts = progress.counts();
        var latest = progress.latest();
        var moved =
                session.sql()
                        .sql(
                                """
                                update source.import_file set lines_done = ?, read = ?, created = ?,
                                    updated = ?, unchanged = ?, duplicate = ?, rejected = ?,
                                    left_out = ?,
                                    reasons = cast(? as jsonb), latest = cast(? as date)
                                where import_id = ? and file = ? and table_name = ?
                                  and lines_done = ?
                                """)
                        .param(progress.linesDone())
                        .param(counts.read())
                        .param(counts.created())
                        .param(counts.updated())
                        .param(counts.unchanged())
                        .param(counts.duplicate())
                        .param(counts.rejected())
                        .param(counts.leftOut())
                        .param(JSON.writeValueAsString(counts.reasons()))
                        .param(latest == null ? null : latest.toString())
                        .param(importId)
                        .param(progress.file())
                        .param(progress.table())
                        .param(from)
                        .update();
        if (moved == 0) {
            throw new IllegalStateException(
                    "Another attempt has moved %s on from line %d."
                            .formatted(progress.file(), from));
        }
    }

    /// Keeps what was set aside. A line that was kept before, by any import of the same file, is
    /// not kept again; that this import set it aside too is.
    public void setAside(
            Session session, String importId, Feed feed, Instant now, List<SetAside> lines) {
        if (lines.isEmpty()) {
            return;
        }
        keep(session, importId, feed, now, lines);
        session.sql()
                .sql(
                        """
                        insert into source.import_rejection (workspace_id, import_id, rejection_id)
                        select workspace_id, ?, rejection_id from source.rejection
                        join unnest(cast(? as bigint[]), cast(? as text[])) it (line, reason)
                            using (line, reason)
                        where workspace_id = current_setting('app.workspace')
                          and file_sha256 = ? and file = ? and table_name = ?
                        on conflict do nothing
                        """)
                .param(importId)
                .param(lines.stream().map(SetAside::line).toArray(Long[]::new))
                .param(lines.stream().map(SetAside::reason).toArray(String[]::new))
                .params(feed.sha256(), feed.file(), feed.table())
                .update();
    }

    private static void keep(
            Session session, String importId, Feed feed, Instant now, List<SetAside> lines) {
        session.sql()
                .sql(
                        """
                        insert into source.rejection (workspace_id, import_id, file, file_sha256,
                            table_name, first_seen, line, reason, detail, original, column_name)
                        select current_setting('app.workspace'), ?, ?, ?, ?, ?, it.*
                        from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                            cast(? as text[]), cast(? as text[])) it
                        on conflict (workspace_id, file_sha256, file, table_name, line, reason)
                            do nothing
                        """)
                .params(
                        importId,
                        feed.file(),
                        feed.sha256(),
                        feed.table(),
                        now.atOffset(ZoneOffset.UTC))
                .param(lines.stream().map(SetAside::line).toArray(Long[]::new))
                .param(lines.stream().map(SetAside::reason).toArray(String[]::new))
                .param(lines.stream().map(SetAside::detail).toArray(String[]::new))
                .param(lines.stream().map(SetAside::original).toArray(String[]::new))
                .param(lines.stream().map(SetAside::column).toArray(String[]::new))
                .update();
    }

    /// The lines from one to another that the table `with` of a feed set aside.
    public Set<Long> refused(Session session, String importId, Feed feed, long from, long to) {
        return new HashSet<>(
                session.sql()
                        .sql(
                                """
                                select line from source.import_rejection
                                join source.rejection using (workspace_id, rejection_id)
                                where import_rejection.import_id = ? and file = ?
                                  and table_name = ? and line between ? and ?
                                """)
                        .params(importId, feed.file(), feed.with(), from, to)
                        .query(Long.class)
                        .list());
    }

    public void finish(Session session, String importId, Instant now) {
        session.sql()
                .sql("update source.import set finished_at = ? where import_id = ?")
                .params(now.atOffset(ZoneOffset.UTC), importId)
                .update();
    }

    /// What an import set aside, also where an earlier one did so first: at most `limit` lines
    /// after the rejection `after`.
    public List<Rejection> rejections(Session session, String importId, long after, int limit) {
        return session.sql()
                .sql(
                        """
                        select rejection.* from source.import_rejection
                        join source.rejection using (rejection_id)
                        where rejection_id > ? and import_rejection.import_id = ?
                        order by rejection_id limit ?
                        """)
                .params(after, importId, limit)
                .query((row, _) -> rejection(row))
                .list();
    }

    /// Everything that was ever set aside, oldest first: at most `limit` lines after `after`.
    public List<Rejection> allRejections(Session session, long after, int limit) {
        return session.sql()
                .sql(
                        "select * from source.rejection where rejection_id > ?"
                                + " order by rejection_id limit ?")
                .params(after, limit)
                .query((row, _) -> rejection(row))
                .list();
    }

    private static FileProgress progress(ResultSet row) throws SQLException {
        SortedMap<String, Long> reasons = JSON.readValue(row.getString("reasons"), REASONS);
        return new FileProgress(
                row.getString("file"),
                row.getString("table_name"),
                row.getLong("lines_done"),
                new FileProgress.Counts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("duplicate"),
                        reasons,
                        row.getLong("left_out")),
                dayOrNull(row.getDate("latest")));
    }

    private static @Nullable LocalDate dayOrNull(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                row.getLong("rejection_id"),
                row.getString("file"),
                row.getLong("line"),
                row.getString("table_name"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("original"),
                row.getTimestamp("first_seen").toInstant(),
                row.getString("column_name"));
    }
}
