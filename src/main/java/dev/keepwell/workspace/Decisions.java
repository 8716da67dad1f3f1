package dev.keepwell.workspace;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a workspace has decided about its settings, change by change.
final class Decisions {

    private Decisions() {}

    /// What holds now.
    static Settings of(Session session) {
        var decided = new TreeMap<String, String>();
        int version = 0;
        for (var it : all(session).reversed()) {
            decided.put(it.name(), it.value());
            version = it.version();
        }
        return new Settings(version, decided);
    }

    /// The newest first.
    static List<Decision> all(Session session) {
        return session.sql()
                .sql(
                        """
                        select version, name, value, set_at,
                            lag(value) over (partition by name order by version) as before
                        from workspace.setting
                        order by version desc, name
                        """)
                .query((row, _) -> {
                    var name = row.getString("name");
                    var before = row.getString("before");
                    return new Decision(
                            row.getInt("version"),
                            name,
                            before == null ? Settings.named(name).usual() : before,
                            row.getString("value"),
                            row.getObject("set_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /// What is already so is no decision, and makes no version.
    static Settings add(
            Session session, WorkspaceId workspace, Map<String, String> changes, Instant now) {
        if (changes.isEmpty()) {
            throw Refusal.invalid("setting", "Name a setting and its value.");
        }
        // Two who decide at once would both take the same number.
        session.sql().sql("select 1 from workspace.workspace for update").query().listOfRows();
        var old = of(session);
        var wanted = old.with(changes);
        changes.keySet().stream()
                .filter(name -> !wanted.value(name).equals(old.value(name)))
                .forEach(name ->
                        session.sql()
                                .sql("insert into workspace.setting values (?, ?, ?, ?, ?)")
                                .params(
                                        workspace.value(),
                                        old.version() + 1,
                                        name,
                                        wanted.value(name),
                                        now.atOffset(ZoneOffset.UTC))
                                .update());
        return of(session);
    }
}
