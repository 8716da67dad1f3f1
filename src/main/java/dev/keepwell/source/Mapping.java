package dev.keepwell.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How other people's columns become the words of the receiving tables.
record Mapping(
        String source,
        Feed.Reading reading,
        List<File> files,
        Map<String, String> filesLeftOut,
        List<Literal> literals) {

    /// One input file, the tables it feeds, the columns it leaves out on purpose, and what is said
    /// about how it is written.
    record File(
            String name,
            Outline place,
            List<Join> joins,
            List<Target> targets,
            List<Word> ignored,
            Map<String, String> layout) {}

    /// A word of the mapping that must exist elsewhere, and where it was written.
    record Word(String text, Outline place) {}

    /// Columns looked up in another file by a key: `taken` maps the name here to the name there.
    record Join(String file, Word keyHere, Word keyThere, Map<String, Word> taken, Outline place) {}

    /// A table that is fed by a file: its columns, and which rows count.
    record Target(Word table, List<Condition> conditions, Map<String, Rule> columns) {}

    /// A row counts when the column has one of the values; without values, when it has any at all.
    record Condition(Word column, List<String> oneOf) {}

    /// Where the value of one column comes from.
    sealed interface Rule {

        Outline place();

        record Constant(String text, Outline place) implements Rule {}

        record Column(Word name, Map<String, String> values, @Nullable DateForm form, Outline place)
                implements Rule {

            Optional<DateForm> dateForm() {
                return Optional.ofNullable(form);
            }
        }
    }

    /// Rows that stand in the mapping itself, such as the one survey that all answers belong to.
    record Literal(Word table, List<Word> columns, List<Sighting.Row> rows) {}
}
