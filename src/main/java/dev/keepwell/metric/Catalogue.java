package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every metric that can be asked for, by name.
public final class Catalogue {

    private final Map<MetricName, MetricFile> files;

    private Catalogue(Map<MetricName, MetricFile> files) {
        this.files = files;
    }

    /// Reads the files that are packaged with the program. A file that breaks a rule stops the
    /// start, because a number nobody can vouch for must not be shown.
    public static Catalogue packaged() {
        var files = new TreeMap<MetricName, MetricFile>();
        CatalogFolder.read(
                "metrics",
                (place, text) -> {
                    var file = MetricFile.parse(place, text);
                    files.put(file.metric().name(), file);
                    return file.metric().name().value();
                });
        return new Catalogue(files);
    }

    public List<MetricFile> files() {
        return List.copyOf(files.values());
    }

    public Optional<Metric> find(MetricName name) {
        return Optional.ofNullable(files.get(name)).map(MetricFile::metric);
    }

    public Metric named(String name) {
        return file(name).metric();
    }

    /// The metric of this name with the examples that prove it.
    public MetricFile file(String name) {
        var file = files.get(new MetricName(name));
        if (file == null) {
            throw Refusal.unknown(
                    "unknown_metric",
                    "There is no metric '%s'.".formatted(name) + Suggestion.forWord(name, names()));
        }
        return file;
    }

    public List<String> names() {
        return files.keySet().stream().map(MetricName::value).toList();
    }
}
