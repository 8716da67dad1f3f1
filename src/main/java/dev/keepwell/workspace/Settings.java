package dev.keepwell.workspace;

import dev.keepwell.kernel.Keys;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/// What a workspace has decided about its metrics; what it never decided is as usual.
///
/// The version counts the changes, so that a value can say under which of them it was computed.
public record Settings(int version, SortedMap<String, String> decided) {

    private static final String PLACE = "catalog/settings.yaml";
    private static final Map<String, Setting> KNOWN = known();

    /// Nothing decided yet.
    public static final Settings USUAL = new Settings(0, new TreeMap<>());

    public Settings {
        decided = new TreeMap<>(decided);
        decided.forEach((name, value) -> named(name).checked(value));
    }

    /// All there are, in the order of their file.
    public static Collection<Setting> all() {
        return KNOWN.values();
    }

    public static Setting named(String name) {
        var setting = KNOWN.get(name);
        if (setting == null) {
            throw Refusal.unknown(
                    "unknown_setting",
                    "There is no setting '%s'.".formatted(name)
                            + Suggestion.forWord(name, KNOWN.keySet()));
        }
        return Objects.requireNonNull(setting);
    }

    public static boolean isKnown(String name) {
        return KNOWN.containsKey(name);
    }

    public String value(String name) {
        return decided.getOrDefault(name, named(name).usual());
    }

    /// The value of a setting that counts something.
    public int number(String name) {
        return new BigDecimal(value(name)).intValueExact();
    }

    /// The value as SQL writes it.
    public String literal(Setting setting) {
        return setting.literal(value(setting.name()));
    }

    /// The same with some decisions more.
    public Settings with(Map<String, String> changes) {
        var all = new TreeMap<>(decided);
        changes.forEach((name, value) -> all.put(name, named(name).checked(value)));
        return new Settings(version, all);
    }

    private static Map<String, Setting> known() {
        try {
            var file = new ClassPathResource(PLACE).getContentAsString(StandardCharsets.UTF_8);
            var keys = Keys.of(PLACE, new Yaml().load(file));
            var known = new LinkedHashMap<String, Setting>();
            for (var name : keys.names()) {
                var place = PLACE + ": " + name;
                known.put(name, Setting.parse(name, Keys.of(place, keys.find(name).orElse(null))));
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
