package dev.keepwell.customer;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Tells who did what events say was done and which account they belong to, as it is known now and
/// by the rules of the facts `identity`, `group_stay` and `event_account`.
public final class EventAccounts {

    /// All events in one statement: their users, and the last group call of each up to then.
    private static final String SQL =
            """
            with asked as (
                select * from jsonb_to_recordset(cast(:asked as jsonb)) as it(
                    place int, source text, "user" text, anonymous text, account text,
                    at timestamptz)
            ),
            known as (
                select asked.*, coalesce(asked."user", link.user_ref, asked.anonymous) as person
                from asked
                left join lateral (
                    select user_ref from customer.user_link
                    where asked."user" is null
                    and source_system = asked.source
                    and anonymous_ref = asked.anonymous
                    order by occurred_at, message_id
                    limit 1
                ) as link on true
            )
            select known.place, known.person, call.account_ref
            from known
            left join lateral (
                select account_ref, occurred_at, message_id from customer.user_group
                where known.account is null
                and source_system = known.source
                and user_ref = known.person
                and occurred_at <= known.at
                union all
                select account_ref, occurred_at, message_id from customer.user_group
                where known.account is null
                and source_system = known.source
                and user_ref is null
                and anonymous_ref = known.anonymous
                and occurred_at <= known.at
                order by occurred_at desc, message_id desc
                limit 1
            ) as call on true
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EXTERNAL = "ext:";

    private final Database database;

    public EventAccounts(Database database) {
        this.database = database;
    }

    /// What an event says of its user and its account.
    public record Question(
            String source,
            @Nullable String user,
            @Nullable String anonymous,
            @Nullable String account,
            Instant at) {}

    /// Who it was, which account is meant, and the account that goes by it, if there is one.
    ///
    /// @param byGroupCall whether the event itself names none, and its user's group call did
    public record Answer(
            @Nullable String user,
            @Nullable String account,
            boolean byGroupCall,
            @Nullable Match match) {}

    /// An account that is known.
    public record Match(AccountId id, String name) {}

    private record Asked(
            int place,
            String source,
            @Nullable String user,
            @Nullable String anonymous,
            @Nullable String account,
            String at) {}

    private record Person(@Nullable String user, @Nullable String account) {}

    private record Found(String source, AccountId id, String name) {}

    /// One answer a question, in their order.
    public List<Answer> of(WorkspaceId workspace, List<Question> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return database.in(
                workspace,
                session -> {
                    var people = people(session, questions);
                    var accounts = accounts(session, people);
                    return IntStream.range(0, questions.size())
                            .mapToObj(it -> answer(questions.get(it), people.get(it), accounts))
                            .toList();
                });
    }

    private static Answer answer(
            Question question, Person person, Map<String, List<Found>> accounts) {
        var match = match(question.source(), person.account(), accounts);
        return new Answer(
                person.user(),
                person.account(),
                question.account() == null && person.account() != null,
                match == null ? null : new Match(match.id(), match.name()));
    }

    /// The account that exactly one other source knows by this id, else the source's own.
    private static @Nullable Found match(
            String source, @Nullable String account, Map<String, List<Found>> accounts) {
        if (account == null) {
            return null;
        }
        var named = accounts.getOrDefault(sourceId(account), List.of());
        if (isExternal(account)) {
            return of(sourceOf(account), named);
        }
        var elsewhere = named.stream().filter(it -> !it.source().equals(source)).toList();
        return elsewhere.stream().map(Found::id).distinct().count() == 1
                ? elsewhere.getFirst()
                : of(source, named);
    }

    private static @Nullable Found of(String source, List<Found> named) {
        return named.stream().filter(it -> it.source().equals(source)).findFirst().orElse(null);
    }

    private static boolean isExternal(String account) {
        return account.matches("(?s)ext:[^/]+/.+");
    }

    private static String sourceOf(String account) {
        return account.substring(EXTERNAL.length(), account.indexOf('/'));
    }

    private static String sourceId(String account) {
        return isExternal(account) ? account.substring(account.indexOf('/') + 1) : account;
    }

    private static List<Person> people(Session session, List<Question> questions) {
        var asked = new ArrayList<Asked>();
        for (var it : questions) {
            asked.add(
                    new Asked(
                            asked.size(),
                            it.source(),
                            it.user(),
                            it.anonymous(),
                            it.account(),
                            it.at().toString()));
        }
        var people = new Person[questions.size()];
        session.sql()
                .sql(SQL)
                .param("asked", JSON.writeValueAsString(asked))
                .query((ResultSet row) -> {
                    var place = row.getInt("place");
                    people[place] = person(row, questions.get(place));
                });
        return List.of(people);
    }

    private static Person person(ResultSet row, Question question) throws SQLException {
        var own = question.account();
        return new Person(
                row.getString("person"), own == null ? row.getString("account_ref") : own);
    }

    private static Map<String, List<Found>> accounts(Session session, List<Person> people) {
        var ids =
                people.stream()
                        .flatMap(it -> java.util.stream.Stream.ofNullable(it.account()))
                        .map(EventAccounts::sourceId)
                        .distinct()
                        .toArray(String[]::new);
        var accounts = new HashMap<String, List<Found>>();
        session.sql()
                .sql(
                        """
                        select named.source_system, named.source_id, whole.id, whole.name
                        from customer.account as named
                        left join customer.survivors('account', 'infinity') as survivor
                            on survivor.loser_id = named.id
                        join (%s) as whole
                            on whole.id = coalesce(survivor.survivor_id, named.id)
                        where named.source_id = any(:ids)
                        and named.superseded_at is null and named.deleted_at is null
                        """
                                .formatted(
                                        MergedRows.now(session)
                                                .select(
                                                        "customer.account",
                                                        List.of("id", "name"),
                                                        "superseded_at is null"
                                                                + " and deleted_at is null")))
                .param("ids", ids)
                .query((ResultSet row) -> {
                    accounts.computeIfAbsent(row.getString("source_id"), _ -> new ArrayList<>())
                            .add(
                                    new Found(
                                            row.getString("source_system"),
                                            new AccountId(row.getString("id")),
                                            row.getString("name")));
                });
        return accounts;
    }
}
