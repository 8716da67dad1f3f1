package dev.keepwell.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

    @TempDir private Path folder;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private Lake lake;

    @BeforeEach
    void open() {
        lake = new Lake(folder);
    }

    @Test
    void a_published_file_is_named_by_its_content() {
        publish("2025-03", "march");

        var file = files().getFirst();
        assertThat(file.path()).exists().hasFileName(file.sha256() + ".parquet");
        assertThat(file.part()).isEqualTo("2025-03");
    }

    @Test
    void a_file_whose_transaction_fails_is_swept_away() throws IOException {
        publish("2025-03", "march");
        try {
            database.doIn(
                    workspace,
                    session -> {
                        lake.publish(session, workspace, "usage", "2025-04", draft("april"));
                        throw new IllegalStateException("The lights go out.");
                    });
        } catch (IllegalStateException expected) {
            assertThat(onDisk()).hasSize(2);
        }

        var missing = new Sweep(lake, database).run(workspace);

        assertThat(missing).isEmpty();
        assertThat(onDisk()).containsExactly(files().getFirst().path());
    }

    @Test
    void replacing_a_part_leaves_the_others() {
        publish("2025-03", "march");
        publish("2025-04", "april");

        database.doIn(
                workspace,
                it -> lake.replace(it, workspace, "usage", "2025-03", draft("march again")));

        assertThat(files()).extracting(LakeFile::part).containsExactly("2025-04", "2025-03");
    }

    @Test
    void a_flipped_bit_is_found() throws IOException {
        publish("2025-03", "march");
        var file = files().getFirst();
        Files.writeString(file.path(), "morch");

        assertThat(new Sweep(lake, database).verify(workspace)).containsExactly(file);
    }

    private void publish(String part, String content) {
        database.doIn(workspace, it -> lake.publish(it, workspace, "usage", part, draft(content)));
    }

    private Draft draft(String content) {
        var path = lake.draft();
        try {
            return new Draft(Files.writeString(path, content), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LakeFile> files() {
        return database.in(workspace, it -> lake.files(it, workspace, "usage"));
    }

    private List<Path> onDisk() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
