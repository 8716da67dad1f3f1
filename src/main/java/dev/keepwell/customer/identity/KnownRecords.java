package dev.keepwell.customer.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.MergedRows;
import dev.keepwell.customer.identity.ContactMatching.KnownContact;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what matching looks at, of all records that stand.
record KnownRecords(Session session, FreeMail freeMail) {

    private static final String STANDS = "superseded_at is null and deleted_at is null";

    private record Named(String whole, Account.Origin origin) {}

    List<KnownContact> contacts() {
        var columns = List.of("id", "source_system", "account_id", "email");
        return session.sql()
                .sql(MergedRows.now(session).select("customer.contact", columns, STANDS))
                .query((row, _) ->
                        new KnownContact(
                                row.getString("id"),
                                row.getString("source_system"),
                                row.getString("account_id"),
                                said(row.getString("email"))))
                .list();
    }

    List<KnownAccount> accounts(List<KnownContact> contacts) {
        var domains = domains(contacts);
        var origins = origins().stream().collect(groupingBy(Named::whole, HashMap::new, toList()));
        var columns = List.of("id", "name", "domain", "parent_id");
        return session.sql()
                .sql(MergedRows.now(session).select("customer.account", columns, STANDS))
                .query((row, _) -> account(row, origins, domains))
                .list();
    }

    private static KnownAccount account(
            ResultSet row, Map<String, List<Named>> origins, Map<String, String> domains)
            throws SQLException {
        var id = row.getString("id");
        var domain = said(row.getString("domain"));
        return new KnownAccount(
                id,
                origins.getOrDefault(id, List.of()).stream().map(Named::origin).toList(),
                row.getString("name"),
                domain.isEmpty() ? domains.getOrDefault(id, "") : domain,
                said(row.getString("parent_id")));
    }

    private List<Named> origins() {
        return session.sql()
                .sql(
                        """
                        select coalesce(survivor.survivor_id, account.id), source_system, source_id
                        from customer.account as account
                        left join customer.survivors('account', 'infinity') as survivor
                            on survivor.loser_id = account.id
                        where superseded_at is null and deleted_at is null
                        order by source_system, source_id
                        """)
                .query((row, _) ->
                        new Named(
                                row.getString(1),
                                new Account.Origin(row.getString(2), row.getString(3))))
                .list();
    }

    /// By account, the domain that more than half of its people write from.
    private Map<String, String> domains(List<KnownContact> contacts) {
        var mails = new HashMap<String, List<String>>();
        for (var contact : contacts) {
            var domain = contact.address().replaceFirst("^.*@", "");
            if (contact.address().indexOf('@') > 0 && !freeMail.names(domain)) {
                mails.computeIfAbsent(contact.account(), _ -> new ArrayList<>())
                        .add(domain.toLowerCase(Locale.ROOT));
            }
        }
        var domains = new HashMap<String, String>();
        mails.forEach((account, all) -> {
            var most = most(all);
            if (most.getValue() * 2 > all.size()) {
                domains.put(account, most.getKey());
            }
        });
        return domains;
    }

    private static Map.Entry<String, Long> most(List<String> domains) {
        var counts = new TreeMap<String, Long>();
        domains.forEach(it -> counts.merge(it, 1L, Long::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
