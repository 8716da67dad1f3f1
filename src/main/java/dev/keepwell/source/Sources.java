package dev.keepwell.source;

import dev.keepwell.source.Mapping.Case;
import dev.keepwell.source.Mapping.Origin;
import dev.keepwell.source.Mapping.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a table can be filled at all from the columns that a file has and from what the person
/// who imports has said.
final class Sources {

    private final Columns header;
    private final Set<String> unreachable;

    Sources(Columns header, Set<String> unreachable) {
        this.header = header;
        this.unreachable = unreachable;
    }

    /// Why no row of the case could be accepted: a needed column that nothing here can fill.
    Optional<String> obstacle(Case it, Collection<String> required) {
        return required.stream()
                .map(column -> obstacle(column, it.columns().get(column)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable String obstacle(String column, @Nullable Rule rule) {
        if (rule == null || canFill(rule)) {
            return null;
        }
        var unsaid = unsaid(rule);
        return unsaid == null
                ? "its %s would come from %s, which is not there"
                        .formatted(
                                column,
                                String.join(
                                        " or ",
                                        rule.origin().columns().stream()
                                                .map(Mapping.Word::text)
                                                .toList()))
                : "its %s needs the parameter %s, which nobody has said"
                        .formatted(column, unsaid.substring(1));
    }

    private boolean canFill(Rule rule) {
        var otherwise = rule.otherwise();
        if (otherwise != null && canFill(otherwise)) {
            return true;
        }
        return rule.forms().stream().noneMatch(it -> it instanceof ValueForm.Unsaid)
                && switch (rule.origin()) {
                    case Origin.Constant it ->
                            !it.text().isEmpty() && !Parameters.isUnsaid(it.text());
                    case Origin.First it -> has(it.columns());
                    case Origin.Joined it -> has(it.columns());
                    case Origin.Latest it -> has(it.columns());
                };
    }

    private boolean has(List<Mapping.Word> columns) {
        return columns.stream()
                .anyMatch(it -> header.has(it.text()) && !unreachable.contains(it.text()));
    }

    private static @Nullable String unsaid(Rule rule) {
        for (var form : rule.forms()) {
            if (form instanceof ValueForm.Unsaid it) {
                return it.parameter();
            }
        }
        if (rule.origin() instanceof Origin.Constant it && Parameters.isUnsaid(it.text())) {
            return it.text();
        }
        var otherwise = rule.otherwise();
        return otherwise == null ? null : unsaid(otherwise);
    }
}
