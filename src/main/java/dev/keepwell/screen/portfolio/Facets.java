package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The words that stand in the list: which owners, segments, tiers and plans there are to choose
/// from. They are looked up once for each gathering.
@Component
public final class Facets {

    /// Longer choices are written, not picked.
    private static final int WORDS_MAX = 40;

    private static final List<Field> FIELDS =
            List.of(Field.OWNER, Field.SEGMENT, Field.TIER, Field.PLAN);

    private record Kept(long generation, Map<Field, List<String>> words) {}

    private final Database database;
    private final Shelf shelf;
    private final Map<WorkspaceId, Kept> kept = new ConcurrentHashMap<>();

    Facets(Database database, Shelf shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    /// The words of each field, the most frequent ones, in their order.
    public Map<Field, List<String>> of(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        shelf.gathered(session)
                                .map(it -> of(session, workspace, it.generation()))
                                .orElse(Map.of()));
    }

    private Map<Field, List<String>> of(Session session, WorkspaceId workspace, long generation) {
        var known = kept.get(workspace);
        if (known != null && known.generation() == generation) {
            return known.words();
        }
        var words = new EnumMap<Field, List<String>>(Field.class);
        FIELDS.forEach(it -> words.put(it, words(session, it)));
        kept.put(workspace, new Kept(generation, words));
        return words;
    }

    private static List<String> words(Session session, Field field) {
        var frequent =
                """
                select word from (
                    select %s as word, count(*) as accounts
                    from screen.portfolio
                    where %s is not null
                    group by 1
                    order by accounts desc, word
                    limit ?
                ) as frequent
                order by word
                """
                        .formatted(field.column(), field.column());
        return Rows.of(session.sql().sql(frequent).param(WORDS_MAX).query(String.class));
    }
}
