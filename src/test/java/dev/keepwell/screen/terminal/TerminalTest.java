package dev.keepwell.screen.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.Keepwell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the command line says and how it ends when things are not as they should be: one message,
/// no stack trace, and an exit code that a script can read.
class TerminalTest {

    @TempDir private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({"rutes, 2", "score, 2", "serve --prot 1, 2", "import /nowhere/at/all, 2"})
    void a_command_that_is_not_one_is_a_mistake_of_usage(String words, int code) {
        assertThat(run(words.split(" "))).isEqualTo(code);
        assertThat(said()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void every_help_begins_with_two_examples() {
        for (var command : Commands.all(terminal()).keySet()) {
            out.reset();
            assertThat(run(command, "--help")).isZero();
            var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertThat(lines.getFirst()).as(command).isEqualTo("Examples:");
            assertThat(lines.subList(1, 3)).as(command).allMatch(it -> it.contains("./keepwell "));
        }
    }

    @Test
    void a_demo_never_touches_what_somebody_keeps() throws IOException {
        var theirs = Files.createDirectories(folder.resolve("home")).resolve("letter.txt");
        Files.writeString(theirs, "Dear all");
        environment.put("KEEPWELL_PORT", "0");

        assertThat(run("demo")).isEqualTo(3);

        assertThat(said()).hasLineCount(1).contains("KEEPWELL_HOME");
        assertThat(theirs).hasContent("Dear all");
    }

    @Test
    void a_taken_port_is_named_before_anything_starts() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            environment.put("KEEPWELL_PORT", String.valueOf(other.getLocalPort()));

            assertThat(run("serve")).isEqualTo(3);

            assertThat(said())
                    .hasLineCount(1)
                    .contains("port " + other.getLocalPort(), "KEEPWELL_PORT");
            assertThat(folder.resolve("home")).doesNotExist();
        }
    }

    @Test
    void a_port_that_is_no_number_is_a_mistake_of_configuration() {
        environment.put("KEEPWELL_PORT", "http");

        assertThat(run("serve")).isEqualTo(3);
        assertThat(said()).hasLineCount(1).contains("'http'");
    }

    @Test
    void a_folder_that_is_not_ours_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("home"));
        Files.writeString(folder.resolve("home/thesis.txt"), "years of work");

        assertThat(run("workspace", "show")).isEqualTo(3);

        assertThat(said()).hasLineCount(1).contains("not Keepwell's", "KEEPWELL_HOME");
        assertThat(folder.resolve("home")).isDirectoryContaining("glob:**/thesis.txt");
    }

    @Test
    void a_home_of_a_newer_keepwell_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("home"));
        Files.writeString(folder.resolve("home/keepwell-home"), "2\n");

        assertThat(run("workspace", "show")).isEqualTo(3);
        assertThat(said()).hasLineCount(1).contains("format 2");
    }

    @Test
    void a_home_that_cannot_be_written_is_named() throws IOException {
        // A file in the way stops even root, who may write to every folder.
        Files.writeString(folder.resolve("home"), "");

        assertThat(run("workspace", "show")).isEqualTo(3);
        assertThat(said()).hasLineCount(1).contains("cannot write");
    }

    @Test
    void a_database_that_is_not_there_does_not_answer() {
        environment.put("KEEPWELL_DATABASE_URL", "postgres://me:secret@127.0.0.1:1/none");

        assertThat(run("workspace", "show")).isEqualTo(4);
        assertThat(said()).contains("127.0.0.1:1").doesNotContain("secret").doesNotContain("\tat ");
    }

    @Test
    void a_server_that_lives_and_does_not_answer_is_not_passed_by() throws IOException {
        Files.createDirectory(folder.resolve("home"));
        var ours = ProcessHandle.current().pid();
        new ServerFile("http://127.0.0.1:1", ours, "run", "token").write(folder.resolve("home"));

        assertThat(run("workspace", "show")).isEqualTo(4);
        assertThat(said()).hasLineCount(1).contains("process " + ours);
    }

    @Test
    void another_program_on_the_old_port_is_not_shown_the_token() throws Exception {
        Files.createDirectory(folder.resolve("home"));
        try (var other = new Eavesdropper()) {
            new ServerFile(other.url(), ProcessHandle.current().pid(), "run", "hush")
                    .write(folder.resolve("home"));

            assertThat(run("workspace", "show")).isEqualTo(4);
            assertThat(other.heard()).contains("/healthz").doesNotContain("hush");
        }
    }

    private Terminal terminal() {
        environment.put("KEEPWELL_HOME", folder.resolve("home").toString());
        return new Terminal(Keepwell.class, environment, stream(out), stream(err));
    }

    private int run(String... words) {
        return terminal().run(words);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
