package dev.keepwell.source;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How other people's columns become the words of the receiving tables.
///
/// A lenient mapping is one for the exports of a system that each company sets up differently: a
/// file or a column that is not there is empty, and one that it does not know is told, not refused.
record Mapping(
        String source,
        Feed.Reading reading,
        boolean lenient,
        List<File> files,
        List<Ignored> filesLeftOut,
        List<Literal> literals) {

    /// One input file, the tables it feeds, the columns it leaves out on purpose, and what follows
    /// where it is not there.
    record File(
            String name,
            Outline place,
            List<Join> joins,
            List<Target> targets,
            List<Ignored> ignored,
            Map<String, String> layout,
            String without) {}

    /// A word of the mapping that must exist elsewhere, and where it was written.
    record Word(String text, Outline place) {}

    /// A column or a file that is left out, and why. A `*` stands for any letters.
    record Ignored(Word word, String reason) implements Predicate<String> {

        @Override
        public boolean test(String name) {
            return isPattern()
                    ? likeness(word.text()).matcher(name).matches()
                    : word.text().equals(name);
        }

        boolean isPattern() {
            return word.text().contains("*");
        }
    }

    /// In a pattern a `*` stands for any letters, and upper and lower case are the same.
    static Pattern likeness(String pattern) {
        var parts = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote);
        return Pattern.compile(
                parts.collect(Collectors.joining(".*")), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /// Columns looked up in another file by keys: `taken` maps the name here to the name there. Of
    /// several rows with one key, the first counts, or the one that `choice` prefers. The form
    /// brings keys together that are written in two ways.
    record Join(
            String file,
            List<Key> keys,
            Map<String, Word> taken,
            List<Join> joins,
            List<Condition> conditions,
            @Nullable Choice choice,
            @Nullable ValueForm form,
            Outline place) {

        /// The key of a row, whose columns stand at these places.
        String key(List<String> row, int[] places) {
            var key = new StringBuilder();
            for (int place : places) {
                var text = WideRows.at(row, place);
                if (text.isEmpty()) {
                    return "";
                }
                key.append(form == null ? text : form.apply(text, "")).append('\0');
            }
            return key.toString();
        }
    }

    /// A column here that has the value of one there.
    record Key(Word here, Word there) {}

    /// The row with the least or the greatest text in a column; ISO dates sort as text.
    record Choice(boolean greatest, Word column) {}

    /// A table that is fed by a file. The first case that a row fits says what becomes of it, and a
    /// row that fits none is left out. A line counts only where the table `with` has taken it, if
    /// one is named.
    record Target(Word table, List<Case> cases, @Nullable Word unlessFile, String with) {

        SequencedSet<String> columns() {
            return cases.stream()
                    .flatMap(it -> it.columns().keySet().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /// Which rows count, and where the columns of the table come from.
    record Case(List<Condition> conditions, Map<String, Rule> columns) {}

    /// What a column must hold for its row to count.
    record Condition(Word column, Test test) {}

    /// A question to one value. Upper and lower case are the same.
    sealed interface Test extends Predicate<String> {

        record Present() implements Test {
            @Override
            public boolean test(String value) {
                return !value.isEmpty();
            }
        }

        record Empty() implements Test {
            @Override
            public boolean test(String value) {
                return value.isEmpty();
            }
        }

        record OneOf(Set<String> values) implements Test {
            @Override
            public boolean test(String value) {
                return values.contains(value.toLowerCase(Locale.ROOT));
            }
        }

        /// A text of a certain shape, such as `003*`.
        record Like(Pattern shape) implements Test {
            @Override
            public boolean test(String value) {
                return shape.matcher(value).matches();
            }
        }

        record NoneOf(Set<String> values) implements Test {
            @Override
            public boolean test(String value) {
                return !values.contains(value.toLowerCase(Locale.ROOT));
            }
        }
    }

    /// Where the value of one column comes from, what is done to it, and what stands in where there
    /// is none.
    record Rule(
            Origin origin,
            List<Condition> when,
            Map<String, String> values,
            List<ValueForm> forms,
            @Nullable Rule otherwise,
            Outline place) {

        /// A column as it is.
        static Rule of(Word column) {
            var origin = new Origin.First(List.of(column));
            return new Rule(origin, List.of(), Map.of(), List.of(), null, column.place());
        }
    }

    /// What a value is made of.
    sealed interface Origin {

        List<Word> columns();

        record Constant(String text) implements Origin {
            @Override
            public List<Word> columns() {
                return List.of();
            }
        }

        /// The first of some columns that has a value.
        record First(List<Word> columns) implements Origin {}

        /// The greatest text in some columns, which of ISO dates is the latest.
        record Latest(List<Word> columns) implements Origin {}

        /// The values of some columns, with a blank between them.
        record Joined(List<Word> columns) implements Origin {}
    }

    /// Rows that stand in the mapping itself, such as the one survey that all answers belong to.
    record Literal(Word table, List<Word> columns, List<Sighting.Row> rows) {}
}
