package dev.keepwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that neither the compiler nor the formatter knows. Style that is not checked is only a
/// wish.
class TidyTest {

    private static final int LINES_PER_FILE_MAX = 400;
    private static final int LINES_PER_CONTROLLER_MAX = 150;
    private static final int LINES_PER_METHOD_MAX = 40;
    private static final int PARAMETERS_MAX = 6;
    private static final int COLUMNS_MAX = 100;
    private static final int FILE_BYTES_MAX = 1_000_000;
    private static final int EXAMPLES_MIN = 2;
    private static final int QUERY_LINES_MAX = 80;

    private static final String BLOCK_END = "---*/";
    private static final Pattern QUERY_HEAD = Pattern.compile("(?m)^--- \\w+.*$");

    private static final Map<String, Integer> DOCUMENT_LINES_MAX =
            Map.of("README.md", 80, "ARCHITECTURE.md", 150, "STYLE.md", 200, "CONTRIBUTING.md", 80);
    private static final Pattern VAGUE_NAME =
            Pattern.compile(
                    "(Abstract|Base)[A-Z].*|.*(Service|Impl|Manager|Helper|Utils?|Dto|DTO|Dao|DAO"
                            + "|Repository|Base|Abstract|VO)");
    private static final Pattern ORPHAN_TODO =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b(?!\\(#\\d+\\))");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(^|[\\s\"'`(=:])/(work|root|home|Users)/\\w");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile(
                    "public (sealed |final |abstract |non-sealed )*"
                            + "(class|record|interface|enum|@interface) .*");
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\s*- name:");
    private static final Pattern ADDRESS = Pattern.compile("https?://([^/\\s\"<]+)");
    private static final List<String> PUBLIC_HOSTS =
            List.of("maven.apache.org", "repo.maven.apache.org", "www.w3.org", "www.apache.org");

    private final List<HouseFiles.TextFile> all = HouseFiles.all();
    private final List<HouseFiles.TextFile> java = HouseFiles.java();

    @Test
    void no_java_file_is_longer_than_one_idea() {
        assertThat(named(java, it -> it.lines().size() > LINES_PER_FILE_MAX)).isEmpty();
    }

    @Test
    void a_controller_only_translates() {
        assertThat(
                        named(
                                java,
                                it ->
                                        it.isNamed("Controller.java")
                                                && it.lines().size() > LINES_PER_CONTROLLER_MAX))
                .isEmpty();
    }

    @Test
    void no_method_outgrows_a_screen_or_six_parameters() {
        var shapes = JavaShapes.of(java.stream().map(HouseFiles.TextFile::path).toList());

        assertThat(shapes.methods())
                .filteredOn(
                        it -> it.lines() > LINES_PER_METHOD_MAX || it.parameters() > PARAMETERS_MAX)
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        var shapes = JavaShapes.of(java.stream().map(HouseFiles.TextFile::path).toList());

        assertThat(shapes.types())
                .filteredOn(it -> VAGUE_NAME.matcher(it.name()).matches())
                .isEmpty();
    }

    @Test
    void a_line_fits_its_hundred_columns() {
        assertThat(lines(java, it -> it.length() > COLUMNS_MAX && !mayBeWide(it))).isEmpty();
    }

    @Test
    void a_public_type_says_what_it_is() {
        assertThat(named(java, it -> it.path().startsWith("src/main") && !isDocumented(it)))
                .isEmpty();
    }

    @Test
    void a_to_do_names_its_issue() {
        assertThat(lines(all, it -> ORPHAN_TODO.matcher(it).find())).isEmpty();
    }

    @Test
    void a_page_of_documentation_has_one_title() {
        assertThat(named(all, it -> it.isNamed(".md") && titles(it) != 1)).isEmpty();
    }

    @Test
    void documents_that_are_read_first_stay_short() {
        assertThat(named(all, it -> it.lines().size() > documentLinesMax(it))).isEmpty();
        assertThat(all)
                .extracting(it -> it.path().toString())
                .containsAll(DOCUMENT_LINES_MAX.keySet());
    }

    @Test
    void nothing_big_is_kept_here() throws IOException {
        for (var file : all) {
            assertThat(Files.size(file.path())).as("%s", file.path()).isLessThan(FILE_BYTES_MAX);
        }
    }

    @Test
    void no_file_knows_the_machine_it_was_written_on() {
        assertThat(lines(all, it -> MACHINE_PATH.matcher(it).find())).isEmpty();
    }

    @Test
    void the_build_fetches_from_public_places_only() {
        assertThat(all.stream().filter(it -> it.isNamed("pom.xml") || it.path().startsWith(".mvn")))
                .flatMap(it -> ADDRESS.matcher(it.text()).results().map(m -> m.group(1)).toList())
                .isSubsetOf(PUBLIC_HOSTS);
    }

    @Test
    void a_metric_brings_its_proof() {
        var metrics = HouseFiles.under("catalog/metrics");

        assertThat(named(metrics, it -> it.isNamed(".sql") && examples(it) < EXAMPLES_MIN))
                .isEmpty();
        assertThat(named(metrics, it -> longestQuery(it) > QUERY_LINES_MAX)).isEmpty();
    }

    @Test
    void a_fact_has_a_reader() {
        var readers = new ArrayList<>(HouseFiles.under("catalog"));
        readers.addAll(HouseFiles.under("src/main/java"));

        assertThat(
                        named(
                                HouseFiles.under("catalog/facts"),
                                fact -> readers.stream().noneMatch(it -> reads(it, fact))))
                .isEmpty();
    }

    private static boolean reads(HouseFiles.TextFile reader, HouseFiles.TextFile fact) {
        var name = fact.path().getFileName().toString().replace(".sql", "");
        return !reader.path().equals(fact.path())
                && Pattern.compile("\\bfact\\." + name + "\\b").matcher(reader.text()).find();
    }

    private static List<String> named(
            List<HouseFiles.TextFile> files, Predicate<HouseFiles.TextFile> rule) {
        return files.stream()
                .filter(rule)
                .map(it -> "%s (%d lines)".formatted(it.path(), it.lines().size()))
                .toList();
    }

    private static List<String> lines(List<HouseFiles.TextFile> files, Predicate<String> rule) {
        return files.stream().flatMap(it -> places(it, rule)).toList();
    }

    private static Stream<String> places(HouseFiles.TextFile file, Predicate<String> rule) {
        return file.lines().stream().filter(rule).map(it -> file.path() + ": " + it.strip());
    }

    private static int documentLinesMax(HouseFiles.TextFile file) {
        return DOCUMENT_LINES_MAX.getOrDefault(file.path().toString(), Integer.MAX_VALUE);
    }

    private static boolean isDocumented(HouseFiles.TextFile file) {
        var lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (PUBLIC_TYPE.matcher(lines.get(i)).matches()) {
                return lines.subList(0, i).stream().anyMatch(it -> it.startsWith("///"));
            }
        }
        return true;
    }

    /// The formatter keeps an import on one line, and a table of data is read in columns.
    private static boolean mayBeWide(String line) {
        return line.startsWith("import ") || line.contains(" | ");
    }

    private static long titles(HouseFiles.TextFile page) {
        var fenced = false;
        var titles = 0L;
        for (var line : page.lines()) {
            fenced ^= line.startsWith("```");
            titles += !fenced && line.startsWith("# ") ? 1 : 0;
        }
        return titles;
    }

    private static long examples(HouseFiles.TextFile metric) {
        return EXAMPLE.matcher(metric.text()).results().count();
    }

    /// A file may bring several queries, one for each kind of entity; each of them stays short.
    private static long longestQuery(HouseFiles.TextFile metric) {
        var text = metric.text();
        var start = text.indexOf(BLOCK_END);
        var end = text.lastIndexOf("/*---");
        if (start < 0 || end < start) {
            return 0;
        }
        return QUERY_HEAD
                .splitAsStream(text.substring(start + BLOCK_END.length(), end))
                .mapToLong(it -> it.strip().lines().count())
                .max()
                .orElse(0);
    }
}
