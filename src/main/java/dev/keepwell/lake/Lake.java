package dev.keepwell.lake;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Immutable Parquet files, named by their content, and the manifest that lists them.
///
/// Publishing makes a file durable first and lists it second, in the caller's transaction: a crash
/// in between leaves a file that nobody reads, and [Sweep] removes it.
public final class Lake {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]*");

    private final Path folder;

    public Lake(Path folder) {
        this.folder = folder;
    }

    /// A path to write the next file to. It is swept away unless it is published. Where an engine
    /// may put what does not fit in its memory.
    public Path spill() {
        return folder.resolve("spill");
    }

    public Path draft() {
        var drafts = folder.resolve("tmp");
        try {
            Files.createDirectories(drafts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drafts.resolve(UUID.randomUUID() + ".parquet");
    }

    /// Takes the draft over, makes it durable, and lists it as a part of the data set.
    public void publish(
            Session session, WorkspaceId workspace, String dataset, String part, Draft draft) {
        var home = folderOf(workspace, dataset);
        var settled = Durable.settle(draft.path(), home);
        session.sql()
                .sql(
                        """
                        insert into lake.file (workspace_id, dataset, part, sha256, rows, bytes)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, dataset, sha256)
                        do update set retired_at = null, part = excluded.part
                        """)
                .params(
                        workspace.value(),
                        dataset,
                        checked(part),
                        settled.sha256(),
                        draft.rows(),
                        settled.bytes())
                .update();
    }

    /// Publishes the draft in place of all that the part held before.
    public void replace(
            Session session, WorkspaceId workspace, String dataset, String part, Draft draft) {
        session.sql()
                .sql(
                        """
                        update lake.file set retired_at = now()
                        where workspace_id = ? and dataset = ? and part = ? and retired_at is null
                        """)
                .params(workspace.value(), dataset, part)
                .update();
        publish(session, workspace, dataset, part, draft);
    }

    /// Takes files of a data set off the list, in the caller's transaction.
    public void retire(Session session, WorkspaceId workspace, List<LakeFile> files) {
        for (var file : files) {
            session.sql()
                    .sql(
                            """
                            update lake.file set retired_at = now()
                            where workspace_id = ? and dataset = ? and sha256 = ?
                            """)
                    .params(workspace.value(), file.dataset(), file.sha256())
                    .update();
        }
    }

    /// The files of a data set, oldest generation first.
    public List<LakeFile> files(Session session, WorkspaceId workspace, String dataset) {
        var home = folderOf(workspace, dataset);
        return session.sql()
                .sql(
                        """
                        select part, rows, sha256, generation from lake.file
                        where workspace_id = ? and dataset = ? and retired_at is null
                        order by generation
                        """)
                .params(workspace.value(), dataset)
                .query((row, _) ->
                        new LakeFile(
                                dataset,
                                row.getString("part"),
                                home.resolve(Durable.fileName(row.getString("sha256"))),
                                row.getLong("rows"),
                                row.getString("sha256"),
                                row.getLong("generation")))
                .list();
    }

    Path folder() {
        return folder;
    }

    private Path folderOf(WorkspaceId workspace, String dataset) {
        return folder.resolve(workspace.value()).resolve(checked(dataset));
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A data set or part is named like_this, but got '%s'.".formatted(name));
        }
        return name;
    }
}
