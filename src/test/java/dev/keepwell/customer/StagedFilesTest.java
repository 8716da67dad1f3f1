package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Import.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFilesTest {

    private static final String ACCOUNTS = "account_id,name\nA1,Acorn\n";

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void files_of_an_import_that_is_refused_for_good_do_not_stay() throws IOException {
        var id = desk.opened(Order.CANONICAL, "account.csv", ACCOUNTS);
        Files.writeString(staged(id).resolve("account.csv"), "account_id,nam\nA1,Acorn\n");

        assertThatThrownBy(() -> desk.run(id, _ -> {})).isInstanceOf(Refusal.class);

        assertThat(staged(id)).doesNotExist();
    }

    @Test
    void files_of_an_import_that_has_not_started_stay() {
        var id = desk.filled(Order.CANONICAL, "account.csv", ACCOUNTS);

        assertThatThrownBy(() -> desk.run(id, _ -> {}))
                .hasMessage("The import '%s' has not started. Start it first.".formatted(id));

        assertThat(staged(id).resolve("account.csv")).hasContent(ACCOUNTS);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() {
        var id = desk.imports.create(desk.workspace, Order.CANONICAL).id();
        var half = new SequenceInputStream(new ByteArrayInputStream(new byte[9]), broken());

        assertThatThrownBy(() -> desk.imports.upload(desk.workspace, id, "account.csv", half))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(staged(id)).isEmptyDirectory();
    }

    @Test
    void a_file_of_no_table_is_refused_before_it_is_read() {
        var id = desk.imports.create(desk.workspace, Order.CANONICAL).id();

        assertThatThrownBy(() -> desk.imports.upload(desk.workspace, id, "acount.csv", broken()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(
                        "acount.csv:1  There is no table 'acount'. Did you mean 'account'?");

        assertThat(staged(id)).doesNotExist();
    }

    @Test
    void a_sweep_leaves_only_what_is_still_waited_for() throws IOException {
        var waiting = desk.opened(Order.CANONICAL, "account.csv", ACCOUNTS);
        var done = desk.opened(Order.CANONICAL, "account.csv", ACCOUNTS);
        desk.run(done, _ -> {});
        for (var left : List.of(done, "imp_of_nobody")) {
            Files.createDirectories(staged(left));
            Files.writeString(staged(left).resolve("account.csv"), ACCOUNTS);
        }

        desk.imports.sweep(List.of(desk.workspace));

        assertThat(folder.resolve("import")).isDirectoryContaining(it -> it.endsWith(waiting));
        assertThat(staged(done)).doesNotExist();
        assertThat(staged("imp_of_nobody")).doesNotExist();
    }

    private Path staged(String importId) {
        return folder.resolve("import").resolve(importId);
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
    }
}
