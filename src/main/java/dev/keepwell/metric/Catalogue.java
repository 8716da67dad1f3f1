package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Every metric that can be asked for, by name.
public final class Catalogue {

    private final Map<MetricName, MetricFile> packaged;
    private final OwnMetrics own;

    private Catalogue(Map<MetricName, MetricFile> packaged, OwnMetrics own) {
        this.packaged = packaged;
        this.own = own;
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
        return new Catalogue(files, new OwnMetrics(null));
    }

    /// The same with the files that analysts keep in a folder. None of them can take the place of a
    /// packaged one: a name means one thing in every installation.
    public Catalogue with(Path folder) {
        return new Catalogue(packaged, new OwnMetrics(folder));
    }

    private Map<MetricName, MetricFile> all() {
        var all = new TreeMap<>(own.files());
        all.putAll(packaged);
        return all;
    }

    public List<MetricFile> files() {
        return List.copyOf(all().values());
    }

    public Optional<Metric> find(MetricName name) {
        return Optional.ofNullable(all().get(name)).map(MetricFile::metric);
    }

    public Metric named(String name) {
        return file(name).metric();
    }

    /// The metric of this name with the examples that prove it.
    public MetricFile file(String name) {
        var broken = own.broken(name);
        var file = all().get(new MetricName(name));
        if (file == null && broken != null) {
            throw broken;
        }
        if (file == null) {
            throw Refusal.unknown(
                    "unknown_metric",
                    "There is no metric '%s'.".formatted(name) + Suggestion.forWord(name, names()));
        }
        return file;
    }

    public List<String> names() {
        return all().keySet().stream().map(MetricName::value).toList();
    }
}
