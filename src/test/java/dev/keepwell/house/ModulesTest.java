package dev.keepwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.Keepwell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// Who may import whom, and whose tables a module's Java may name.
class ModulesTest {

    private static final Path HOUSE = Path.of("src/main/java/dev/keepwell");

    /// Migrates and walls off every schema, so it may name them all.
    private static final String KEEPER_OF_SCHEMAS = "postgres";

    /// Records and how complete they are go into facts together; no Java type lies between.
    private static final Set<String> READ_AS_FACTS = Set.of("warehouse source.watermark");

    private static final Set<String> SCHEMAS =
            Set.of(
                    "workspace",
                    "job",
                    "lake",
                    "source",
                    "customer",
                    "metric",
                    "health",
                    "work",
                    "screen");
    private static final Pattern TABLE =
            Pattern.compile(
                    "(?i)\\b(?:from|join|into|update|table|copy|truncate|using)\\s+"
                            + "([a-z_]+)\\.([a-z_]+)");

    private final ApplicationModules modules = ApplicationModules.of(Keepwell.class);

    @Test
    void data_flows_one_way() {
        modules.verify();
    }

    @Test
    void a_module_touches_only_its_own_tables() {
        var trespasses = new ArrayList<String>();

        for (var file : HouseFiles.under("src/main/java")) {
            if (file.path().startsWith(HOUSE)) {
                var module = HOUSE.relativize(file.path()).getName(0).toString();
                trespasses.addAll(foreignTables(module, file));
            }
        }

        assertThat(trespasses).isEmpty();
    }

    @Test
    void the_house_can_be_drawn() {
        var options = Documenter.Options.defaults().withOutputFolder("target/house");

        new Documenter(modules, options).writeDocumentation();

        assertThat(Path.of("target/house/components.puml")).isNotEmptyFile();
    }

    private static List<String> foreignTables(String module, HouseFiles.TextFile file) {
        if (module.equals(KEEPER_OF_SCHEMAS)) {
            return List.of();
        }
        return TABLE.matcher(withoutComments(file))
                .results()
                .filter(it -> SCHEMAS.contains(it.group(1)) && !it.group(1).equals(module))
                .filter(it -> !READ_AS_FACTS.contains(module + " " + table(it)))
                .map(it ->
                        "%s names %s.%s; ask the module %s for it."
                                .formatted(file.path(), it.group(1), it.group(2), it.group(1)))
                .toList();
    }

    private static String table(MatchResult found) {
        return found.group(1) + "." + found.group(2);
    }

    private static String withoutComments(HouseFiles.TextFile file) {
        return String.join(
                "\n", file.lines().stream().filter(it -> !it.strip().startsWith("//")).toList());
    }
}
