package dev.keepwell.bench;

import dev.keepwell.lake.DuckDb;
import java.util.stream.Collectors;

/// How many bytes an event takes in the lake without its id, which is as long as its sender likes
/// and cannot be made smaller.
final class EventBytes implements Measure {

    private final Scan scan;

    EventBytes(Scan scan) {
        this.scan = scan;
    }

    @Override
    public Budget budget() {
        return Budget.atMost(10, "bytes", "Parquet for an event, its id apart");
    }

    @Override
    public Turn turn() {
        var files =
                scan.files().stream()
                        .map(it -> "'" + DuckDb.quoted(it.path()) + "'")
                        .collect(Collectors.joining(", ", "[", "]"));
        var rows = scan.files().stream().mapToLong(it -> it.rows()).sum();
        try (var duck = DuckDb.open(scan.bounds())) {
            var bytes =
                    duck.query(
                                    """
                                    select sum(total_compressed_size) from parquet_metadata(%s)
                                    where path_in_schema <> 'message_id'
                                    """
                                            .formatted(files),
                                    (row, _) -> row.getLong(1))
                            .getFirst();
            return Turn.alone((double) bytes / rows).writing(bytes);
        }
    }
}
