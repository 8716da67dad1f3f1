package dev.keepwell.customer;

import dev.keepwell.customer.Versions.Standing;
import dev.keepwell.customer.Versions.Version;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.CopyText;
import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Usage: its rows are in the lake, and the keys that keep each row from counting twice are in
/// PostgreSQL. Both change in one transaction.
final class UsageRows implements Rows {

    private static final String STAGE = "arriving_key";

    private final RecordTable table;
    private final Arrival arrival;
    private final Lake lake;
    private final boolean dryRun;

    UsageRows(RecordTable table, Arrival arrival, Lake lake, boolean dryRun) {
        this.table = table;
        this.arrival = arrival;
        this.lake = lake;
        this.dryRun = dryRun;
    }

    @Override
    public Map<String, Standing> standing(Session session, Collection<String> sourceIds) {
        var byKey = new HashMap<UUID, String>();
        sourceIds.forEach(it -> byKey.put(key(it), it));
        var standing = new HashMap<String, Standing>();
        session.sql()
                .sql(
                        """
                        select key, content, import_id = ? from customer.usage_key
                        where workspace_id = ? and source_system = ? and key = any(?)
                        """)
                .param(arrival.importId())
                .param(arrival.workspace().value())
                .param(arrival.sourceSystem())
                .param(byKey.keySet().toArray(UUID[]::new))
                .query(row -> {
                    var sourceId = byKey.getOrDefault(row.getObject(1, UUID.class), "");
                    var content = row.getObject(2, UUID.class);
                    var now = row.getBoolean(3);
                    standing.put(
                            sourceId, new Standing(1, content, Instant.EPOCH, now, now, Set.of()));
                });
        return standing;
    }

    @Override
    public void put(Session session, List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        putKeys(session, versions);
        // A dry run is rolled back, but a file in the lake would stay.
        if (!dryRun) {
            try (var file = new UsageFile(table, arrival.sourceSystem())) {
                versions.forEach(file::add);
                var draft = file.write(lake.draft());
                var part = arrival.importId().toLowerCase(Locale.ROOT);
                lake.publish(session, arrival.workspace(), table.name(), part, draft);
            }
        }
    }

    private void putKeys(Session session, List<Version> versions) {
        session.sql()
                .sql(
                        """
                        create temp table %s on commit drop as
                        select * from customer.usage_key with no data
                        """
                                .formatted(STAGE))
                .update();
        var text = new CopyText();
        for (var version : versions) {
            var identity = version.candidate().identity();
            text.row(
                    Arrays.asList(
                            arrival.workspace().value(),
                            arrival.sourceSystem(),
                            key(identity.sourceId()).toString(),
                            identity.content().toString(),
                            arrival.importId()));
        }
        text.into(session, STAGE);
        session.sql().sql("insert into customer.usage_key select * from " + STAGE).update();
        session.sql().sql("drop table " + STAGE).update();
    }

    private UUID key(String sourceId) {
        return Fingerprint.of(table.name(), sourceId).uuid();
    }
}
