package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.AccountId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An account in one line, for lists that are about something else: its name, who looks after it,
/// and what it pays a month in the reporting currency.
public record Mention(
        AccountId account,
        String reference,
        String name,
        @Nullable String segment,
        @Nullable String csm,
        @Nullable BigDecimal mrr) {

    static final String COLUMNS = "account_id, reference, name, segment, csm, mrr";

    static Mention read(ResultSet row) throws SQLException {
        return new Mention(
                new AccountId(row.getString("account_id")),
                row.getString("reference"),
                row.getString("name"),
                row.getString("segment"),
                row.getString("csm"),
                row.getBigDecimal("mrr"));
    }
}
