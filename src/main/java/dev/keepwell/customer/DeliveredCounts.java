package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Watermarks;
import dev.keepwell.source.webhook.RowKeeping.Batch;

/// Ends the import that a batch of deliveries is: a table that was told of is connected from then
/// on.
record DeliveredCounts(Session session, Batch batch) {

    void finish() {
        var log = new ImportLog();
        var watermarks = new Watermarks();
        boolean isAnythingTaken = false;
        for (var file : log.files(session, batch.importId())) {
            if (file.counts().read() > file.counts().rejected()) {
                isAnythingTaken = true;
                watermarks.advance(
                        session, batch.workspace(), batch.source(), file.table(), file.latest());
            }
        }
        var told = batch.tables();
        if (isAnythingTaken) {
            batch.heard().stream()
                    .filter(it -> !told.contains(it))
                    .forEach(it ->
                            watermarks.advance(
                                    session, batch.workspace(), batch.source(), it, null));
        }
        log.finish(session, batch.importId(), batch.at());
    }
}
