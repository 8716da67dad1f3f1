package dev.keepwell.health;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.Arrivals;
import dev.keepwell.warehouse.Arrivals.Mark;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Remembers how far the records are that closed days have taken into account, and from which day
/// on later ones wait to be restated.
final class LateData {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Arrivals arrivals;

    LateData(Database database, Arrivals arrivals) {
        this.database = database;
        this.arrivals = arrivals;
    }

    /// `news` is the first day that records speak of which came since the last look, `waiting` the
    /// first that an earlier look left to be restated.
    record Look(Mark mark, @Nullable LocalDate news, @Nullable LocalDate waiting) {

        /// The first day of which more may be known than was said.
        Optional<LocalDate> first() {
            return Stream.of(Optional.ofNullable(news), Optional.ofNullable(waiting))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
        }
    }

    private record Kept(String heard, @Nullable LocalDate openFrom) {}

    /// Whether there is anything at all that days could be judged by.
    boolean hasBegun(WorkspaceId workspace) {
        return !arrivals.mark(workspace).isBlank();
    }

    /// Before the first look nothing was closed, and so nothing can be late.
    Look look(WorkspaceId workspace) {
        var mark = arrivals.mark(workspace);
        var kept = kept(workspace);
        if (kept.isEmpty()) {
            return new Look(mark, null, null);
        }
        var heard = JSON.readValue(kept.get().heard(), new TypeReference<Map<String, String>>() {});
        var news = arrivals.earliest(workspace, Mark.of(heard), mark);
        return new Look(mark, news.orElse(null), kept.get().openFrom());
    }

    /// Takes note that everything up to the mark was taken into account, but for the days from
    /// `waiting` on.
    void settle(
            WorkspaceId workspace, Mark mark, @Nullable LocalDate waiting, Steps<LocalDate> steps) {
        database.doIn(
                workspace,
                session -> {
                    session.sql()
                            .sql(
                                    """
                                    insert into health.late_data
                                        (workspace_id, heard, open_from)
                                    values (:workspace, :heard, cast(:waiting as date))
                                    on conflict (workspace_id) do update set
                                        heard = excluded.heard, open_from = excluded.open_from
                                    """)
                            .param("workspace", workspace.value())
                            .param("heard", JSON.writeValueAsString(mark.tables()))
                            .param("waiting", waiting == null ? null : waiting.toString())
                            .update();
                    steps.hold(session);
                });
    }

    private Optional<Kept> kept(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select heard, open_from from health.late_data")
                                .query((row, _) ->
                                        new Kept(
                                                row.getString(1),
                                                row.getObject(2, LocalDate.class)))
                                .optional());
    }
}
