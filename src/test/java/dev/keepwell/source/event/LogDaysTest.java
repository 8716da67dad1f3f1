package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The log lies in days that come and go, in years that no other test looks at.
class LogDaysTest {

    private static final String REQUEST =
            """
            insert into source.ingest_log (workspace_id, source_system, received_at, token_id,
                route, request_id, body, sha256, unpacked, events, refused)
            values (?, 'sdk', ?, '', '', '', '', '', 0, 1, 0)
            returning seq
            """;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();

    @Test
    void a_day_is_dropped_as_a_whole_once_nothing_in_it_is_needed() {
        turn("2001-01-01T04:00:00Z");
        var early = received("2001-01-02T10:00:00Z");
        var late = received("2001-01-02T11:00:00Z");
        received("2001-01-03T10:00:00Z");
        assertThat(parts()).contains("ingest_log_20010102", "ingest_log_20010103");

        finish(early, "2001-01-02T10:00:01Z");
        turn("2001-01-12T04:00:00Z");
        assertThat(parts()).contains("ingest_log_20010102").doesNotContain("ingest_log_20010101");
        assertThat(numbers()).contains(early, late);

        finish(late, "2001-01-02T11:00:01Z");
        turn("2001-01-12T05:00:00Z");

        assertThat(numbers()).hasSize(1).doesNotContain(early, late);
        assertThat(parts()).contains("ingest_log_20010103").doesNotContain("ingest_log_20010102");
    }

    @Test
    void what_comes_on_a_day_without_a_part_is_kept_and_forgotten_all_the_same() {
        var before = received("1999-05-05T10:00:00Z");
        turn("1999-05-05T11:00:00Z");
        var after = received("1999-05-05T12:00:00Z");
        var next = received("1999-05-06T12:00:00Z");
        assertThat(List.of(before, after, next)).doesNotHaveDuplicates();
        assertThat(parts()).contains("ingest_log_19990506").doesNotContain("ingest_log_19990505");
        finish(before, "1999-05-05T12:00:01Z");
        finish(after, "1999-05-05T12:00:01Z");

        assertThat(retention("1999-05-16T04:00:00Z").forget(workspace)).isEqualTo(2);

        assertThat(numbers()).containsExactly(next);
    }

    private void turn(String now) {
        retention(now).turn();
    }

    private LogRetention retention(String now) {
        return new LogRetention(database, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private long received(String at) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(REQUEST)
                                .params(
                                        workspace.value(),
                                        Instant.parse(at).atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
    }

    private void finish(long seq, String at) {
        database.doIn(
                workspace,
                session ->
                        new IngestLog(session)
                                .finish(seq, "s", Instant.parse(at).atOffset(ZoneOffset.UTC)));
    }

    private List<Long> numbers() {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select seq from source.ingest_log order by seq")
                                .query(Long.class)
                                .list());
    }

    private List<String> parts() {
        return database.unscoped(session ->
                session.sql()
                        .sql("select relname from pg_class where relname ~ '^ingest_log_[0-9]{8}$'")
                        .query(String.class)
                        .list());
    }
}
