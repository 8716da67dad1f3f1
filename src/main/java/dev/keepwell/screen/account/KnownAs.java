package dev.keepwell.screen.account;

import dev.keepwell.customer.identity.Identity;
import java.util.List;
import java.util.Locale;

/// What sources call an account, and which of them each of its fields comes from.
public record KnownAs(List<Name> names, List<Field> fields) {

    /// One source's record.
    public record Name(String text, String reference) {}

    /// A field that some source fills in. `others` are the different values that do not count.
    public record Field(String name, String value, String source, String others) {}

    static KnownAs of(Identity identity) {
        return new KnownAs(
                identity.parts().stream()
                        .map(it -> new Name(it.name(), it.origin().reference()))
                        .toList(),
                identity.fields().stream()
                        .filter(it -> it.value() != null)
                        .map(KnownAs::field)
                        .toList());
    }

    /// Where fields come from is a question only when there are several sources.
    public boolean isOfSeveral() {
        return names.size() > 1;
    }

    private static Field field(Identity.Field field) {
        var words = field.name().replace('_', ' ').replaceFirst(" id$", "");
        var value = String.valueOf(field.value());
        var others =
                field.said().stream()
                        .filter(it -> it.value() != null && !it.value().equals(value))
                        .map(it -> "%s says %s".formatted(it.source(), it.value()))
                        .toList();
        return new Field(
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                value,
                String.valueOf(field.source()),
                String.join(", ", others));
    }
}
