package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tells when usage was taken out of the lake again, and from which day on: the files that are left
/// would not say.
public final class UsageRetractions {

    void tell(Session session, String dataset, LocalDate firstDay) {
        session.sql()
                .sql(
                        """
                        insert into customer.usage_retraction (workspace_id, dataset, first_day)
                        values (current_setting('app.workspace'), ?, cast(? as date))
                        """)
                .params(dataset, firstDay.toString())
                .update();
    }

    /// The number of the last one by data set; those without any are not in it.
    public Map<String, String> last(Session session) {
        var last = new TreeMap<String, String>();
        session.sql()
                .sql(
                        "select dataset, max(retraction) from customer.usage_retraction"
                                + " group by dataset")
                .query(row -> {
                    last.put(row.getString(1), row.getString(2));
                });
        return last;
    }

    /// The first day that changed by those after `number`.
    public Optional<LocalDate> earliest(Session session, String dataset, long number) {
        return session.sql()
                .sql(
                        "select min(first_day) from customer.usage_retraction"
                                + " where dataset = ? and retraction > ?")
                .params(dataset, number)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
