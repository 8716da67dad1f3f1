package dev.keepwell.screen.terminal;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Inspection;
import dev.keepwell.metric.MetricName;
import dev.keepwell.postgres.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Where an analyst works on metric files: those of the home, and those of the program to read.
final class MetricDesk {

    private static final String TEMPLATE = "classpath:metric-template.sql";

    private final Path home;
    private final Path folder;

    MetricDesk(Path home) {
        this.home = home;
        this.folder = home.resolve("catalog", "metrics");
    }

    /// Writes a metric that counts something already and passes its own examples, to be changed.
    Path create(String id, String family, String owner) {
        var name = new MetricName(id);
        if (Catalogue.packaged().find(name).isPresent()) {
            throw Refusal.conflict(
                    "metric_exists",
                    "There is a metric '%s' already, and a name means one thing.".formatted(id));
        }
        if (!family.matches("[a-z][a-z_]*")) {
            throw Refusal.invalid(
                    "family",
                    "A family is a folder like 'adoption', but got '%s'.".formatted(family));
        }
        var file = folder.resolve(family, id + ".sql");
        try {
            if (Files.exists(file)) {
                throw Refusal.conflict("metric_exists", "There is %s already.".formatted(file));
            }
            Home.open(home);
            Files.createDirectories(folder.resolve(family));
            var title = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
            return Files.writeString(
                    file,
                    text(new PathMatchingResourcePatternResolver().getResource(TEMPLATE))
                            .replace("{id}", id)
                            .replace("{title}", title.replace('_', ' '))
                            .replace("{owner}", owner));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong with a file, a metric by its name, or all of the home. Nothing when all is
    /// well.
    List<String> check(List<String> asked) {
        var complaints = new ArrayList<String>();
        for (var file : files(asked)) {
            complaints.addAll(Inspection.of(place(file), text(file)));
        }
        return complaints;
    }

    List<Resource> files(List<String> asked) {
        var resolver = new PathMatchingResourcePatternResolver();
        var files = new ArrayList<Resource>();
        try {
            if (asked.isEmpty()) {
                own("").forEach(it -> files.add(resolver.getResource(it.toUri().toString())));
            }
            for (var name : asked) {
                var own = name.endsWith(".sql") ? List.of(Path.of(name)) : own(name);
                own.forEach(it -> files.add(resolver.getResource(it.toUri().toString())));
                if (own.isEmpty()) {
                    var packaged =
                            resolver.getResources("classpath*:catalog/metrics/**/" + name + ".sql");
                    if (packaged.length == 0) {
                        throw unknown(name);
                    }
                    files.addAll(List.of(packaged));
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal unknown(String name) {
        return Refusal.unknown(
                "unknown_metric",
                "There is no metric '%s'.".formatted(name)
                        + Suggestion.forWord(name, Catalogue.packaged().names()));
    }

    private List<Path> own(String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(it -> it.toString().endsWith(".sql"))
                    .filter(it -> name.isEmpty() || it.endsWith(name + ".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String place(Resource file) {
        var place = file.getDescription();
        try {
            var url = file.getURL().toString();
            var inside = url.indexOf("catalog/metrics/");
            return inside < 0 ? file.getFile().toString() : url.substring(inside);
        } catch (IOException e) {
            return place;
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Refusal.invalid(
                    "metric_file", "%s cannot be read.".formatted(file.getDescription()));
        }
    }
}
