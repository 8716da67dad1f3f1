package dev.keepwell.screen.account;

import dev.keepwell.customer.identity.Identity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What sources call an account, and which of them each of its fields comes from.
public record KnownAs(List<Name> names, List<Field> fields) {

    /// One source's record.
    public record Name(String text, String reference) {}

    /// A field that some source fills in. `others` are the different values that do not count.
    public record Field(String name, String value, String source, String others) {}

    static KnownAs of(Identity identity, Map<String, String> names) {
        return new KnownAs(
                identity.parts().stream()
                        .map(it -> new Name(it.name(), it.origin().reference()))
                        .toList(),
                identity.fields().stream()
                        .filter(it -> it.value() != null)
                        .map(it -> field(it, names))
                        .toList());
    }

    /// Where fields come from is a question only when there are several sources.
    public boolean isOfSeveral() {
        return names.size() > 1;
    }

    /// People know a parent by its name.
    private static Field field(Identity.Field field, Map<String, String> names) {
        var words = field.name().replace('_', ' ').replaceFirst(" id$", "");
        var value = String.valueOf(field.value());
        var others =
                field.said().stream()
                        .filter(it -> it.value() != null && !it.value().equals(value))
                        .map(it -> {
                            var said = String.valueOf(it.value());
                            return it.source() + " says " + names.getOrDefault(said, said);
                        })
                        .toList();
        return new Field(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                names.getOrDefault(value, value),
                String.valueOf(field.source()),
                String.join(", ", others));
    }
}
