package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Durable.Settled;
import dev.keepwell.postgres.Session;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The manifest in PostgreSQL; `folder` is where the files of the workspace lie.
record ManifestTable(Session session, WorkspaceId workspace, Path folder) implements Manifest {

    private static final String ONE = " where workspace_id = ? and dataset = ? and sha256 = ?";
    private static final String IS_MISSED = " retired_at is null and quarantined_at is not null";
    private static final String COUNTS = " retired_at is null and quarantined_at is null";
    private static final String COLUMNS =
            "select dataset, part, rows, sha256, generation from lake.file where workspace_id = ?";

    @Override
    public void list(String dataset, String part, Settled settled, long rows) {
        session.sql()
                .sql(
                        """
                        insert into lake.file (workspace_id, dataset, part, sha256, rows, bytes)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, dataset, sha256)
                        do update set
                            retired_at = null,
                            quarantined_at = null,
                            quarantine_reason = null,
                            verified_at = null,
                            part = excluded.part
                        """)
                .params(workspace.value(), dataset, part, settled.sha256(), rows, settled.bytes())
                .update();
    }

    @Override
    public void retire(LakeFile file) {
        one("update lake.file set retired_at = now()" + ONE, file).update();
    }

    @Override
    public List<LakeFile> files(String dataset) {
        return read(
                session.sql()
                        .sql(COLUMNS + " and dataset = ? and" + COUNTS + " order by generation")
                        .params(workspace.value(), dataset));
    }

    @Override
    public List<LakeFile> all() {
        return read(
                session.sql()
                        .sql(
                                COLUMNS
                                        + " and"
                                        + COUNTS
                                        + " order by coalesce(verified_at, published_at),"
                                        + " generation")
                        .param(workspace.value()));
    }

    @Override
    public List<LakeFile> quarantined() {
        return read(
                session.sql()
                        .sql(COLUMNS + " and" + IS_MISSED + " order by generation")
                        .param(workspace.value()));
    }

    @Override
    public boolean holds(LakeFile file) {
        return locks(file, COUNTS);
    }

    @Override
    public boolean misses(LakeFile file) {
        return locks(file, IS_MISSED);
    }

    private boolean locks(LakeFile file, String condition) {
        return one("select 1 from lake.file" + ONE + " and" + condition + " for update", file)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public int due() {
        return session.sql()
                .sql(
                        "select count(*) from lake.file where workspace_id = ? and"
                                + COUNTS
                                + " and coalesce(verified_at, published_at)"
                                + " < now() - interval '6 days'")
                .param(workspace.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void verified(Collection<LakeFile> files) {
        for (var file : files) {
            one("update lake.file set verified_at = now()" + ONE, file).update();
        }
    }

    @Override
    public void quarantine(LakeFile file, String reason) {
        session.sql()
                .sql("update lake.file set quarantined_at = now(), quarantine_reason = ?" + ONE)
                .params(reason, workspace.value(), file.dataset(), file.sha256())
                .update();
    }

    @Override
    public void reinstate(LakeFile file) {
        one(
                        """
                        update lake.file set
                            quarantined_at = null, quarantine_reason = null, verified_at = now()
                        """
                                + ONE,
                        file)
                .update();
    }

    @Override
    public List<LakeFile> unreferenced() {
        return read(
                session.sql()
                        .sql(
                                COLUMNS
                                        + " and retired_at < now() - interval '1 hour'"
                                        + " for update skip locked")
                        .param(workspace.value()));
    }

    @Override
    public void forget(LakeFile file) {
        one("delete from lake.file" + ONE, file).update();
    }

    private StatementSpec one(String sql, LakeFile file) {
        return session.sql().sql(sql).params(workspace.value(), file.dataset(), file.sha256());
    }

    private List<LakeFile> read(StatementSpec statement) {
        return statement
                .query((row, _) ->
                        new LakeFile(
                                row.getString("dataset"),
                                row.getString("part"),
                                folder.resolve(row.getString("dataset"))
                                        .resolve(Durable.fileName(row.getString("sha256"))),
                                row.getLong("rows"),
                                row.getString("sha256"),
                                row.getLong("generation")))
                .list();
    }
}
