package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.job.Steps;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An import whose job another server has taken over.
class LostImportTest {

    private static final String ACCOUNTS = "account_id,name\nA1,Acorn\n";
    private static final String PEOPLE = "contact_id,account_id,name\nP1,A1,Ann\n";

    /// Loses the job before the commit of this number.
    private static final class Losing implements Steps<FileProgress> {

        private int commits;

        Losing(int commits) {
            this.commits = commits;
        }

        @Override
        public void done(FileProgress step) {}

        @Override
        public void hold(Session session) {
            if (commits-- == 0) {
                throw new IllegalStateException("taken over");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoever_lost_it_writes_nothing_more_and_the_next_goes_on(
            int commits, @TempDir Path folder) {
        var desk = new Desk(folder);
        var id = desk.opened(Order.CANONICAL, "account.csv", ACCOUNTS, "contact.csv", PEOPLE);

        assertThatThrownBy(() -> desk.run(id, new Losing(commits))).hasMessage("taken over");

        assertThat(
                        desk.rows(
                                "select (select count(*) from customer.account)"
                                        + " + (select count(*) from customer.contact)"
                                        + " + (select count(*) from source.watermark)"))
                .containsExactly("" + commits);
        assertThat(Desk.counts(desk.run(id, _ -> {})))
                .containsExactly("account 1/0/0/0/0", "contact 1/0/0/0/0");
    }
}
