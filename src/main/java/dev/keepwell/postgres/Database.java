package dev.keepwell.postgres;

import dev.keepwell.kernel.WorkspaceId;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as the application's role sees it, one workspace at a time.
///
/// The workspace is set for the transaction alone, and row-level security does the rest: code that
/// forgets to set one sees no rows at all.
public final class Database {

    /// In one statement, since every transaction begins with it.
    private static final String ENTER =
            """
            select case
                when coalesce(current_setting('app.workspace', true), '') in ('', :workspace)
                then set_config('app.workspace', :workspace, true)
                else current_setting('app.workspace', true)
            end
            """;

    private final DataSource source;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    public Database(DataSource source) {
        this.source = source;
        this.sql = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /// Runs `work` in one transaction that sees the rows of `workspace` and of no other.
    public <T> T in(WorkspaceId workspace, Function<Session, T> work) {
        return unscoped(session -> {
            enter(workspace, session);
            return work.apply(session);
        });
    }

    /// A call inside another joins its transaction, so it must mean the same workspace: the outer
    /// work would go on in the inner one's.
    private static void enter(WorkspaceId workspace, Session session) {
        var present =
                session.sql()
                        .sql(ENTER)
                        .param("workspace", workspace.value())
                        .query(String.class)
                        .single();
        if (!workspace.value().equals(present)) {
            throw new IllegalStateException(
                    "One transaction serves one workspace: it is in '%s' and was asked for '%s'."
                            .formatted(present, workspace));
        }
    }

    public void doIn(WorkspaceId workspace, Consumer<Session> work) {
        in(
                workspace,
                session -> {
                    work.accept(session);
                    return true;
                });
    }

    /// Runs `work` in one transaction without a workspace: tables that belong to one look empty.
    public <T> T unscoped(Function<Session, T> work) {
        return transaction.execute(_ -> {
            var connection = DataSourceUtils.getConnection(source);
            return work.apply(new Session(sql, connection));
        });
    }
}
