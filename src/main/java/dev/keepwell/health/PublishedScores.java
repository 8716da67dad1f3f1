package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.warehouse.Published;
import dev.keepwell.warehouse.Scope;
import java.util.List;

/// Shows facts what the ledger holds: of closed days what was published, of the present day how it
/// stands.
final class PublishedScores implements Published {

    private final Database database;
    private final Lake lake;

    PublishedScores(Database database, Lake lake) {
        this.database = database;
        this.lake = lake;
    }

    @Override
    public String table() {
        return "ledger.score";
    }

    @Override
    public void bring(DuckDb duck, Scope scope) {
        duck.run("create table ledger.score (account_id varchar, day date, published double)");
        if (scope.days().isEmpty()) {
            return;
        }
        var days = new Period(scope.days().first(), scope.days().last().plusDays(1));
        database.doIn(
                scope.workspace(),
                session -> {
                    var scores = new Series.Published().scores();
                    var files =
                            lake.files(session, scope.workspace(), scores).stream()
                                    .filter(it -> LedgerPart.parse(it.part()).overlaps(days))
                                    .toList();
                    if (!files.isEmpty()) {
                        closed(duck, files);
                    }
                    present(duck, session, days);
                });
    }

    private static void closed(DuckDb duck, List<LakeFile> files) {
        duck.run(
                """
                insert into ledger.score
                select score.account_id, score.day, score.published
                from %s as score
                join spine
                    on spine.day_number = day_number(score.day)
                qualify row_number() over (
                    partition by score.account_id, score.day
                    order by score.model_version) = 1
                """
                        .formatted(DuckDb.reading(files)));
    }

    /// The present day is in no ledger yet.
    private static void present(DuckDb duck, Session session, Period days) {
        var rows =
                session.sql()
                        .sql(
                                """
                                select account_id, day, published from health.current
                                where day >= :from and day < :until
                                """)
                        .param("from", days.start())
                        .param("until", days.end())
                        .query((row, _) ->
                                "('%s', date '%s', cast(%s as double))"
                                        .formatted(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)))
                        .list();
        if (!rows.isEmpty()) {
            duck.run(
                    """
                    insert into ledger.score
                    select * from (values %s) as present(account_id, day, published)
                    where not exists (
                        select 1 from ledger.score where score.day = present.day)
                    """
                            .formatted(String.join(", ", rows)));
        }
    }
}
