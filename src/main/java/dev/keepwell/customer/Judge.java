package dev.keepwell.customer;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.source.Sighting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides what a row means by the declaration of its table, and refuses what breaks it.
///
/// Looks at nothing but the row: what needs other records is judged later, in file order.
final class Judge {

    private final RecordTable table;
    private final Arrival arrival;
    private final Ids ids;
    private final Cells cells;
    private final List<RecordColumn> storedColumns;
    private final Map<String, Integer> places = new HashMap<>();

    Judge(RecordTable table, Arrival arrival, Ids ids) {
        this.table = table;
        this.arrival = arrival;
        this.ids = ids;
        this.cells = new Cells(arrival, ids);
        this.storedColumns = table.stored();
        var columns = arrival.feed().columns();
        for (int i = 0; i < columns.size(); i++) {
            places.put(columns.get(i), i);
        }
    }

    /// Returns the row as a candidate, or throws the rule that it breaks.
    Candidate judge(Sighting.Row row) {
        return candidate(row, values(row, Stood.NOTHING), Stood.NOTHING);
    }

    /// The same for a row that decides some of its columns only: in the others stays what is kept,
    /// whatever it says.
    Candidate judge(Sighting.Row row, Map<String, String> kept) {
        var decides = new ArrayList<>(row.values());
        for (var column : kept.keySet()) {
            var place = places.get(column);
            if (place != null) {
                decides.set(place, "");
            }
        }
        var stood = new Stood(kept, null);
        var less = new Sighting.Row(row.line(), decides, row.original());
        return candidate(row, values(less, stood), stood);
    }

    /// What the row says, and, where it says nothing, what stood before.
    Map<String, String> values(Sighting.Row row, Stood stood) {
        var values = new HashMap<String, String>();
        for (var column : table.columns()) {
            if (column.type().isSent()) {
                value(column, row, values, stood);
            }
        }
        checkSpan(values);
        return values;
    }

    /// The key of a row, or none where a part of it breaks a rule.
    Optional<String> key(Sighting.Row row) {
        var values = new HashMap<String, String>();
        try {
            for (var column : table.key().columns()) {
                value(table.column(column), row, values, Stood.NOTHING);
            }
            return Optional.of(sourceId(row, values));
        } catch (Unfit e) {
            return Optional.empty();
        }
    }

    Candidate candidate(Sighting.Row row, Map<String, String> said, Stood stood) {
        var values = new HashMap<>(said);
        computeMonthlyAmounts(values);
        var sourceId = sourceId(row, values);
        var id =
                switch (table.place()) {
                    case POSTGRES -> ids.of(table.name(), arrival.sourceSystem(), sourceId);
                    // Usage keeps its ids as sent: nothing ever points to a row of it.
                    case LAKE -> sourceId;
                };
        var dates = dates(row, values);
        var stored = new ArrayList<@Nullable String>();
        storedColumns.forEach(it -> stored.add(values.get(it.name())));
        return new Candidate(
                row.line(),
                row.original(),
                new Candidate.Identity(
                        sourceId,
                        id,
                        stood.contentOf(told(said), dates).orElseGet(() -> content(values, dates))),
                stored,
                dates);
    }

    /// The key itself is no column of a record.
    Map<String, String> told(Map<String, String> said) {
        var told = new HashMap<>(said);
        table.columns().stream().filter(it -> !it.isStored()).forEach(it -> told.remove(it.name()));
        return told;
    }

    /// What the rows named since this was last asked, by table and our id.
    Map<String, Map<String, Ids.Reference>> named() {
        return ids.named();
    }

    private String sent(String column, Sighting.Row row) {
        var place = places.get(column);
        return place == null ? "" : row.values().get(place).strip();
    }

    private void value(
            RecordColumn column, Sighting.Row row, Map<String, String> values, Stood stood) {
        var sent = sent(column.name(), row);
        if (sent.isEmpty()) {
            var before = stood.values().get(column.name());
            if (before != null) {
                values.put(column.name(), before);
                return;
            }
            if (column.isNeeded()) {
                throw new Unfit(
                                "missing_value",
                                "The column %s is empty, and a row needs it."
                                        .formatted(column.name()))
                        .in(column.name());
            }
            sent = column.fallback() == null ? "" : column.fallback();
        }
        if (!sent.isEmpty()) {
            values.put(column.name(), cells.read(column, sent));
        }
    }

    /// An end equal to its start is an empty interval: accepted, and never alive.
    private void checkSpan(Map<String, String> values) {
        var span = table.time().span();
        if (span == null) {
            return;
        }
        var from = values.get(span.from());
        var to = values.get(span.to());
        if (from != null && to != null && table.column(span.from()).type().compare(to, from) < 0) {
            throw new Unfit(
                    "end_before_start",
                    "%s (%s) is before %s (%s).".formatted(span.to(), to, span.from(), from));
        }
    }

    private void computeMonthlyAmounts(Map<String, String> values) {
        for (var column : table.columns()) {
            if (column.type() == ColumnType.MONTHLY_AMOUNT) {
                values.put(column.name(), monthly(price(values), values));
            }
            if (column.type() == ColumnType.MONTHLY_LIST_AMOUNT) {
                values.put(column.name(), monthly(listPrice(values), values));
            }
        }
    }

    private static BigDecimal price(Map<String, String> values) {
        var price =
                MonthlyAmount.price(
                        number(values, "quantity"),
                        number(values, "unit_price"),
                        number(values, "pct_discount"),
                        number(values, "fixed_discount"));
        if (price.signum() < 0) {
            throw new Unfit(
                    "negative_amount",
                    "The discounts are larger than the price: %s remains."
                            .formatted(price.toPlainString()));
        }
        return price;
    }

    private static BigDecimal listPrice(Map<String, String> values) {
        return MonthlyAmount.price(
                number(values, "quantity"),
                number(values, "unit_price"),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static String monthly(BigDecimal price, Map<String, String> values) {
        return MonthlyAmount.of(
                        price,
                        String.valueOf(values.get("interval_unit")),
                        number(values, "interval_count").longValueExact())
                .toPlainString();
    }

    private static BigDecimal number(Map<String, String> values, String column) {
        return new BigDecimal(String.valueOf(values.get(column)));
    }

    /// The key as the source knows it. The parts of a key of several columns are joined with `/`.
    private String sourceId(Sighting.Row row, Map<String, String> values) {
        var key = table.key().columns();
        var joined =
                key.size() == 1
                        ? part(key.getFirst(), row, values)
                        : key.stream()
                                .map(it -> escaped(part(it, row, values)))
                                .collect(Collectors.joining("/"));
        if (joined.length() > RecordFile.LONGEST_KEY) {
            throw new Unfit(
                    "too_long",
                    "A key has at most %d characters.".formatted(RecordFile.LONGEST_KEY));
        }
        return joined;
    }

    /// A part of a key that stands beside others.
    static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private String part(String column, Sighting.Row row, Map<String, String> values) {
        return table.column(column).refers() == null
                ? values.getOrDefault(column, "")
                : sent(column, row);
    }

    private Candidate.Dates dates(Sighting.Row row, Map<String, String> values) {
        var moments = arrival.moments();
        var occurred = table.time().occurred();
        var text = occurred == null ? null : values.get(occurred);
        var recorded = instant("recorded_at", row);
        var deleted = instant("deleted_at", row);
        if (recorded != null && recorded.isAfter(arrival.at())) {
            throw new Unfit(
                    "recorded_in_future",
                    "recorded_at says when this was learned, but %s is still to come."
                            .formatted(recorded));
        }
        if (occurred == null || text == null) {
            return new Candidate.Dates(null, null, recorded, deleted);
        }
        if (table.column(occurred).type() == ColumnType.DATE) {
            var day = LocalDate.parse(text);
            return new Candidate.Dates(moments.startOf(day), day, recorded, deleted);
        }
        var instant = Instant.parse(text);
        return new Candidate.Dates(instant, moments.dayOf(instant), recorded, deleted);
    }

    private @Nullable Instant instant(String column, Sighting.Row row) {
        var sent = sent(column, row);
        return sent.isEmpty() ? null : arrival.moments().instant(sent);
    }

    /// Empty columns do not count, so that a column added later changes no hash.
    private static UUID content(Map<String, String> values, Candidate.Dates dates) {
        var fingerprint = new Fingerprint();
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> fingerprint.add(it.getKey()).add(it.getValue()));
        for (var date : Arrays.asList(dates.recordedAt(), dates.deletedAt())) {
            fingerprint.add(String.valueOf(date));
        }
        return fingerprint.uuid();
    }
}
