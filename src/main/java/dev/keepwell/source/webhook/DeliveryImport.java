package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Feed;
import dev.keepwell.source.webhook.RowKeeping.Batch;
import java.time.ZoneOffset;
import java.util.List;

/// A portion of deliveries as an import, so that its rows are counted and told like those of files.
public final class DeliveryImport {

    /// What stands in place of a mapping's name.
    public static final String NAME = "webhook";

    /// What its ids begin with: a version of a record tells by it that a webhook brought it.
    public static final String ID = "whi_";

    private DeliveryImport() {}

    /// The feed of one table of a batch. Its key is the batch's own: a price that comes back is
    /// news, although an earlier batch brought it before.
    public static Feed feed(Batch batch, String table) {
        return new Feed(
                file(batch.source()),
                Fingerprint.of(batch.importId()).hex(),
                table,
                List.of(),
                new Feed.Reading(null, false));
    }

    static String file(String source) {
        return NAME + " " + source;
    }

    static void open(Session session, Batch batch, Provider provider) {
        session.sql()
                .sql(
                        """
                        insert into source.import (workspace_id, import_id, mapping_name,
                            source_system, dry_run, notes, created_at, started_at)
                        values (:workspace, :id, :name, :source, false, :notes, :at, :at)
                        """)
                .param("workspace", batch.workspace().value())
                .param("id", batch.importId())
                .param("name", NAME)
                .param("source", batch.source())
                .param("notes", new String[] {"Told by webhooks of " + provider.word() + "."})
                .param("at", batch.at().atOffset(ZoneOffset.UTC))
                .update();
        int position = 0;
        for (var table : batch.tables()) {
            session.sql()
                    .sql(
                            """
                            insert into source.import_file (workspace_id, import_id, position,
                                file, table_name, sha256)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            batch.workspace().value(),
                            batch.importId(),
                            position++,
                            file(batch.source()),
                            table,
                            feed(batch, table).sha256())
                    .update();
        }
    }
}
