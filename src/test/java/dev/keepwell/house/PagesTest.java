package dev.keepwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the templates and the files of the browser must hold to.
class PagesTest {

    private static final Path FILES = Path.of("src/main/resources/static");
    private static final Path VENDOR = FILES.resolve("vendor");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /// What a strict policy of content would block: styles and scripts inside the page.
    private static final Pattern INSIDE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=|<script>|<style|javascript:");

    private static final Pattern ELSEWHERE =
            Pattern.compile("(src|href|url\\()=?[\"']?(https?:)?//");

    private final List<HouseFiles.TextFile> templates = HouseFiles.under("src/main/jte");

    @Test
    void files_of_others_are_the_ones_we_took() throws Exception {
        var taken = new TreeSet<String>();
        for (JsonNode it : JsonMapper.shared().readTree(VENDOR.resolve("vendor.json").toFile())) {
            var file = it.path("file").asString();
            taken.add(file);
            assertThat(sha256(VENDOR.resolve(file)))
                    .as(file)
                    .isEqualTo(it.path("sha256").asString());
            assertThat(it.path("licence").asString()).as(file).isNotEmpty();
            assertThat(file).contains(it.path("version").asString());
        }

        try (var there = Files.list(VENDOR)) {
            var files = there.map(it -> it.getFileName().toString()).collect(Collectors.toSet());
            files.remove("vendor.json");
            assertThat(files).isEqualTo(taken);
        }
    }

    @Test
    void a_page_holds_no_style_and_no_script_of_its_own() {
        assertThat(templates)
                .filteredOn(it -> INSIDE.matcher(it.text()).find())
                .extracting(HouseFiles.TextFile::path)
                .isEmpty();
    }

    @Test
    void a_page_takes_nothing_from_elsewhere() {
        assertThat(templates)
                .filteredOn(it -> ELSEWHERE.matcher(it.text()).find())
                .extracting(HouseFiles.TextFile::path)
                .isEmpty();
    }

    @Test
    void a_script_is_loaded_under_one_name() {
        var scripts = HouseFiles.under("src/main/resources/static");

        // An import goes by the plain name, a page by one with the hash: it would run twice.
        assertThat(scripts)
                .filteredOn(it -> it.isNamed(".js") && !it.path().startsWith(VENDOR))
                .filteredOn(it -> it.lines().stream().anyMatch(line -> line.startsWith("import ")))
                .extracting(HouseFiles.TextFile::path)
                .isEmpty();
    }

    @Test
    void every_template_is_used() {
        var templateText = all(templates);
        var javaText = all(HouseFiles.under("src/main/java"));

        assertThat(templates)
                .extracting(it -> name(it.path()))
                .filteredOn(it -> !templateText.contains("@template." + it.replace('/', '.') + "("))
                .filteredOn(it -> !javaText.contains("\"" + it + "\""))
                .isEmpty();
    }

    private static String all(List<HouseFiles.TextFile> files) {
        return files.stream().map(HouseFiles.TextFile::text).collect(Collectors.joining("\n"));
    }

    private static String name(Path template) {
        return TEMPLATES.relativize(template).toString().replace(".jte", "");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(digest(file));
    }

    private static byte[] digest(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("No file " + file + ".", e);
        }
    }
}
