package dev.keepwell.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What came later than the first ledgers, which lack it: the profile, what the account was, the
/// band beneath an override, and the override.
record ScoreNotes(
        @Nullable String profile,
        @Nullable String traits,
        @Nullable String stateBand,
        @Nullable Overruled overruled) {

    static final ScoreNotes NOTHING = new ScoreNotes(null, null, null, null);

    void write(Cells cells) throws SQLException {
        var it = overruled;
        cells.text(profile)
                .text(traits)
                .text(stateBand)
                .number(it == null ? null : it.score())
                .text(it == null ? null : it.band())
                .text(it == null ? null : it.author())
                .text(it == null ? null : it.reason())
                .date(it == null ? null : it.from())
                .date(it == null ? null : it.until());
    }

    static ScoreNotes read(ResultSet row) throws SQLException {
        return new ScoreNotes(
                row.getString("profile"),
                row.getString("traits"),
                row.getString("state_band"),
                Overruled.read(row));
    }
}
