package dev.keepwell.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/// What a line of the ledger is about: an account on a day, as one version of a model judged it.
record LedgerKey(LocalDate day, String account, String model, int version) {

    static final String COLUMNS =
            "day date, account_id varchar, model varchar, model_version integer";

    static LedgerKey of(Anatomy anatomy) {
        return new LedgerKey(
                anatomy.day(),
                anatomy.account().value(),
                anatomy.judge().model(),
                anatomy.judge().version());
    }

    void write(Cells cells) throws SQLException {
        cells.date(day).text(account).text(model).number(version);
    }

    static LedgerKey read(ResultSet row) throws SQLException {
        return new LedgerKey(
                row.getObject("day", LocalDate.class),
                row.getString("account_id"),
                row.getString("model"),
                row.getInt("model_version"));
    }
}
