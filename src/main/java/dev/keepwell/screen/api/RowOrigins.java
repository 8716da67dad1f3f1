package dev.keepwell.screen.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Origins;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells what sources call the records behind some rows.
@Component
public final class RowOrigins {

    private final Origins origins;

    RowOrigins(Origins origins) {
        this.origins = origins;
    }

    /// By our id of the record.
    public Map<String, Account.Origin> of(WorkspaceId workspace, List<Trace> rows) {
        var known = new HashMap<String, Account.Origin>();
        rows.stream()
                .map(Trace::place)
                .filter(it -> it.recordTable() != null && it.recordId() != null)
                .collect(
                        groupingBy(
                                it -> String.valueOf(it.recordTable()),
                                mapping(it -> String.valueOf(it.recordId()), toSet())))
                .forEach((table, ids) -> known.putAll(origins.of(workspace, table, ids)));
        return known;
    }
}
