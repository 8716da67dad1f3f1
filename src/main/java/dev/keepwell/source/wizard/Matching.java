package dev.keepwell.source.wizard;

import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.wizard.FileKind.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what the columns of a file mean: by their names, by other words for them, and by what
/// their values look like.
public final class Matching {

    /// Why a column was taken for a field.
    public enum Because {
        NAME(100),
        SYNONYM(80),
        PART_OF_NAME(60),
        NEAR_NAME(50),
        VALUES(30);

        private final int points;

        Because(int points) {
            this.points = points;
        }

        public String words() {
            return switch (this) {
                case NAME -> "Same name";
                case SYNONYM -> "Another word for it";
                case PART_OF_NAME -> "Part of the name";
                case NEAR_NAME -> "Nearly the name";
                case VALUES -> "By its values only";
            };
        }

        public boolean isSure() {
            return points >= SYNONYM.points;
        }
    }

    /// A column taken for a field.
    public record Match(String column, String field, Because because) {}

    private Matching() {}

    /// At most one field for each column, and one column for each field, the surest first.
    public static List<Match> of(FileKind kind, List<Seen> columns) {
        var all = new ArrayList<Match>();
        for (var column : columns) {
            for (var field : kind.fields()) {
                because(field, column)
                        .ifPresent(it -> all.add(new Match(column.name(), field.name(), it)));
            }
        }
        all.sort(Comparator.comparingInt((Match it) -> -it.because.points));
        var taken = new LinkedHashMap<String, Match>();
        var fields = new HashSet<String>();
        for (var match : all) {
            if (!taken.containsKey(match.column) && fields.add(match.field)) {
                taken.put(match.column, match);
            }
        }
        return List.copyOf(taken.values());
    }

    static int known(FileKind kind, List<Seen> columns) {
        var sure = of(kind, columns).stream().filter(it -> it.because.isSure()).toList();
        var named = new HashSet<String>();
        sure.forEach(it -> named.add(it.field));
        var needed = kind.fields().stream().filter(Field::required).toList();
        return needed.stream()
                        .allMatch(it -> named.contains(it.name()) || !it.otherwise().isEmpty())
                ? sure.size()
                : sure.size() - 100;
    }

    /// The best reason, or none.
    private static Optional<Because> because(Field field, Seen column) {
        if (!field.shape().takes(column.shape()) && !column.samples().isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(Because.values()).filter(it -> holds(it, field, column)).findFirst();
    }

    private static boolean holds(Because because, Field field, Seen column) {
        var name = plain(column.name());
        var names = field.names().stream().map(Matching::plain).toList();
        return switch (because) {
            case NAME -> name.equals(plain(field.name())) || name.equals(plain(field.title()));
            case SYNONYM -> names.contains(name);
            case PART_OF_NAME -> {
                var words = Arrays.asList(words(column.name()).split(" "));
                yield field.names().stream().anyMatch(it -> it.length() > 2 && words.contains(it));
            }
            case NEAR_NAME -> name.length() > 5 && !Suggestion.forWord(name, names).isEmpty();
            case VALUES -> tells(field.shape()) && field.shape() == column.shape();
        };
    }

    /// An e-mail address is one wherever it stands; a number may be anything.
    private static boolean tells(Shape shape) {
        return shape == Shape.EMAIL || shape == Shape.DOMAIN;
    }

    private static String plain(String name) {
        return words(name).replace(" ", "");
    }

    /// `customerSince`, `Customer since` and `CUSTOMER_SINCE` are `customer since`.
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
