package dev.keepwell.metric;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every condition that a cap may ask about, by name.
public final class Conditions {

    private final SortedMap<String, ConditionFile> files;

    private Conditions(SortedMap<String, ConditionFile> files) {
        this.files = files;
    }

    /// Reads the files that are packaged with the program.
    public static Conditions packaged() {
        var files = new TreeMap<String, ConditionFile>();
        CatalogFolder.read(
                "conditions",
                (place, text) -> {
                    var file = ConditionFile.parse(place, text);
                    files.put(file.condition().name(), file);
                    return file.condition().name();
                });
        return new Conditions(files);
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /// What the condition of that name answers; nothing when there is none.
    public Optional<Condition.Answers> answers(String name) {
        return find(name).map(Condition::answers);
    }

    public Optional<Condition> find(String name) {
        return Optional.ofNullable(files.get(name)).map(ConditionFile::condition);
    }

    List<ConditionFile> files() {
        return List.copyOf(files.values());
    }
}
