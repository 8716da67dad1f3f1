package dev.keepwell.health;

import dev.keepwell.health.LedgerFiles.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The ledger's line for one account and day: its score step by step.
record ScoreRow(
        LedgerKey key,
        @Nullable Numbers numbers,
        String band,
        double coverage,
        int waitedDays,
        Notes notes,
        @Nullable ScoreNotes beside) {

    /// By account and then by day, because pages read one account.
    static final Table TABLE =
            new Table(
                    LedgerKey.COLUMNS
                            + """
                            , raw double, rounded double, capped double, published double,
                            plain_band varchar, band varchar, status varchar, coverage double,
                            waited_days integer, caps varchar, binding_cap varchar,
                            conditions varchar, warnings varchar, input_hash varchar,
                            profile varchar, traits varchar, state_band varchar,
                            override_score double, override_band varchar,
                            override_author varchar, override_reason varchar,
                            override_from date, override_until date
                            """,
                    "account_id, day");

    /// The columns of a day in short: reading all of them takes twice as long.
    static final String POINT =
            "account_id, day, model_version, coverage, raw, rounded, capped, published,"
                    + " plain_band, band";

    /// The steps of a score; a grey account has none of them.
    record Numbers(double raw, double rounded, double capped, double published, String plainBand) {}

    /// Short lists as words: active caps and their bands, conditions and whether they hold.
    record Notes(
            String status,
            String caps,
            @Nullable String bindingCap,
            String conditions,
            String warnings,
            String inputHash) {}

    /// What came later, or nothing of it.
    ScoreNotes later() {
        return beside == null ? ScoreNotes.NOTHING : beside;
    }

    void write(Cells cells) throws SQLException {
        key.write(cells);
        var it = numbers;
        cells.number(it == null ? null : it.raw())
                .number(it == null ? null : it.rounded())
                .number(it == null ? null : it.capped())
                .number(it == null ? null : it.published())
                .text(it == null ? null : it.plainBand())
                .text(band)
                .text(notes.status())
                .number(coverage)
                .number(waitedDays)
                .text(notes.caps())
                .text(notes.bindingCap())
                .text(notes.conditions())
                .text(notes.warnings())
                .text(notes.inputHash());
        later().write(cells);
    }

    static ScoreRow read(ResultSet row) throws SQLException {
        return new ScoreRow(
                LedgerKey.read(row),
                numbers(row),
                row.getString("band"),
                row.getDouble("coverage"),
                row.getInt("waited_days"),
                new Notes(
                        row.getString("status"),
                        row.getString("caps"),
                        row.getString("binding_cap"),
                        row.getString("conditions"),
                        row.getString("warnings"),
                        row.getString("input_hash")),
                ScoreNotes.read(row));
    }

    /// A day in short, of which only these columns were read.
    static Ledger.Point readPoint(ResultSet row) throws SQLException {
        return new Ledger.Point(
                row.getObject("day", LocalDate.class),
                row.getInt("model_version"),
                row.getDouble("coverage"),
                verdict(numbers(row), row.getString("band")));
    }

    private static @Nullable Numbers numbers(ResultSet row) throws SQLException {
        var plainBand = row.getString("plain_band");
        return plainBand == null
                ? null
                : new Numbers(
                        row.getDouble("raw"),
                        row.getDouble("rounded"),
                        row.getDouble("capped"),
                        row.getDouble("published"),
                        plainBand);
    }

    Verdict verdict() {
        return verdict(numbers, band);
    }

    private static Verdict verdict(@Nullable Numbers numbers, String band) {
        return numbers == null
                ? new Verdict.Grey()
                : new Verdict.Scored(
                        numbers.raw(),
                        numbers.rounded(),
                        numbers.capped(),
                        numbers.published(),
                        Band.of(numbers.plainBand()),
                        Band.of(band));
    }

    /// Where the band's state machine stood at the close of the day.
    Hysteresis.State state() {
        return numbers == null
                ? new Hysteresis.State.Fresh()
                : new Hysteresis.State.Since(
                        key.day(),
                        numbers.capped(),
                        Band.of(numbers.plainBand()),
                        Band.of(later().stateBand() == null ? band : later().stateBand()),
                        waitedDays);
    }
}
