package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.webhook.RowKeeping;
import dev.keepwell.workspace.Conventions;
import java.util.function.Function;

/// Keeps rows that webhooks tell as the application does, for tests of those who read them.
public final class DeliveredDesk {

    private DeliveredDesk() {}

    public static RowKeeping keeping(Function<WorkspaceId, Conventions> conventions) {
        return new DeliveredRows(RecordTables.packaged(), conventions);
    }
}
