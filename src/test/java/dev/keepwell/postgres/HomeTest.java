package dev.keepwell.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir Path folder;

    @Test
    void a_new_home_is_marked_and_private() throws IOException {
        var home = Home.open(folder.resolve("new"));

        assertThat(home.path().resolve("keepwell-home")).hasContent("1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void an_empty_folder_becomes_a_home() throws IOException {
        Files.createDirectory(folder.resolve("lost+found"));

        Home.open(folder);

        assertThat(folder.resolve("keepwell-home")).hasContent("1");
    }

    @Test
    void a_home_that_makes_room_is_kept_under_another_name() throws IOException {
        var home = Home.open(Files.createDirectory(folder.resolve("home")));
        Files.writeString(home.path().resolve("letter.txt"), "Dear all");
        var link = Files.createSymbolicLink(folder.resolve("link"), home.path());

        var aside = Home.open(link).setAside();

        assertThat(aside).isEqualTo(home.path().toRealPath().resolveSibling("home-1"));
        assertThat(aside.resolve("letter.txt")).hasContent("Dear all");
        assertThat(home.path()).isEmptyDirectory();
        assertThat(Home.open(link).path().resolve("keepwell-home")).hasContent("1");
    }

    @Test
    void a_home_opens_again() {
        assertThat(Home.open(folder)).isEqualTo(Home.open(folder));
    }

    @Test
    void a_mark_cut_off_by_a_crash_is_written_again() throws IOException {
        Files.createFile(folder.resolve("keepwell-home"));

        Home.open(folder);

        assertThat(folder.resolve("keepwell-home")).hasContent("1");
    }

    @Test
    void a_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "chapter 1");

        assertRefused("home_foreign", () -> Home.open(folder));
        assertThat(folder).isDirectoryNotContaining("glob:**keepwell-home");
    }

    @Test
    void a_mark_that_we_did_not_write_is_foreign() throws IOException {
        Files.writeString(folder.resolve("keepwell-home"), "sweet home");

        assertRefused("home_foreign", () -> Home.open(folder));
    }

    @Test
    void a_home_of_a_newer_format_is_refused() throws IOException {
        Files.writeString(folder.resolve("keepwell-home"), "2\n");

        assertRefused("home_newer", () -> Home.open(folder));
    }

    @Test
    void a_home_that_cannot_be_written_is_refused() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertRefused("home_not_writable", () -> Home.open(file));
        assertRefused("home_not_writable", () -> Home.open(file.resolve("below")));
    }

    @Test
    void a_home_is_used_by_one_server_at_a_time() {
        var home = Home.open(folder);
        try (var _ = HomeLock.take(home)) {
            assertRefused("home_in_use", () -> Postgres.open(home, ""));
        }
        HomeLock.take(home).close();
    }

    @Test
    void the_data_of_another_postgresql_is_refused() throws IOException {
        var postgres = Files.createDirectories(folder.resolve("postgres/data")).getParent();
        Files.writeString(postgres.resolve("data/PG_VERSION"), "17\n");
        var programs = new Programs(postgres, postgres.resolve("log"));

        assertRefused("database_version", () -> Cluster.open(postgres, programs));
    }

    private static void assertRefused(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.code()).isEqualTo(code);
                            assertThat(it.kind()).isEqualTo(Refusal.Kind.CONFIGURATION);
                        });
    }
}
