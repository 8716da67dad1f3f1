package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the rows of a chunk must agree with: the records that they point to, and the scale of the
/// survey that they answer.
///
/// Only a reference that a row cannot do without is checked. An optional one, and one within the
/// same table, may point to what arrives later.
final class Neighbours {

    private record Scale(BigDecimal min, BigDecimal max) {}

    private final RecordTable table;
    private final List<RecordColumn> references;
    private final Map<String, Integer> places;
    private final Map<String, Set<String>> present = new HashMap<>();
    private final Map<String, Scale> scales = new HashMap<>();

    Neighbours(RecordTable table) {
        this.table = table;
        this.places = table.places();
        this.references =
                table.stored().stream()
                        .filter(it -> it.required() && it.refers() != null)
                        .filter(it -> !table.name().equals(it.refers()))
                        .toList();
    }

    /// Looks up all that the chunk points to, one query for each table.
    Neighbours of(Session session, Collection<Candidate> chunk) {
        for (var column : references) {
            var named = new HashSet<String>();
            chunk.forEach(it -> named.add(value(it, column.name())));
            var found =
                    session.sql()
                            .sql(
                                    """
                                    select id from customer.%s
                                    where workspace_id = current_setting('app.workspace')
                                      and id = any(?) and superseded_at is null
                                    """
                                            .formatted(column.refers()))
                            .param(named.toArray(String[]::new))
                            .query(String.class)
                            .list();
            present.put(column.name(), new HashSet<>(found));
            if (table.name().equals("survey_response") && column.name().equals("survey_id")) {
                readScales(session, named);
            }
        }
        return this;
    }

    private void readScales(Session session, Set<String> surveys) {
        session.sql()
                .sql(
                        """
                        select id, scale_min, scale_max from customer.survey
                        where workspace_id = current_setting('app.workspace')
                          and id = any(?) and superseded_at is null
                        """)
                .param(surveys.toArray(String[]::new))
                .query((row, _) ->
                        scales.put(
                                row.getString(1),
                                new Scale(row.getBigDecimal(2), row.getBigDecimal(3))))
                .list();
    }

    void check(Candidate candidate) {
        for (var column : references) {
            var id = value(candidate, column.name());
            if (!present.getOrDefault(column.name(), Set.of()).contains(id)) {
                throw new Unfit(
                        "unknown_" + column.refers(),
                        "%s names a record of %s that we do not have."
                                .formatted(column.name(), column.refers()));
            }
        }
        checkScale(candidate);
    }

    private void checkScale(Candidate candidate) {
        if (scales.isEmpty()) {
            return;
        }
        var scale = scales.get(value(candidate, "survey_id"));
        var score = new BigDecimal(value(candidate, "score"));
        if (scale != null && (score.compareTo(scale.min) < 0 || score.compareTo(scale.max) > 0)) {
            throw new Unfit(
                    "off_scale",
                    "The survey's scale is %s to %s, but the score is %s."
                            .formatted(
                                    scale.min.stripTrailingZeros().toPlainString(),
                                    scale.max.stripTrailingZeros().toPlainString(),
                                    score.toPlainString()));
        }
    }

    private String value(Candidate candidate, String column) {
        return candidate.value(places.get(column));
    }
}
