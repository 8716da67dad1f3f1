package dev.keepwell.source;

import java.util.Collection;

/// The words in which sightings can be reported: tables and their columns.
///
/// Whoever receives the sightings knows what the words mean; this module only checks that they
/// exist, before an hour of import ends in "unknown column".
public interface Vocabulary {

    /// The tables, each after those that its rows refer to.
    Collection<String> tables();

    Collection<String> columns(String table);

    /// What a column takes, as far as it matters for how a file may write it.
    enum Kind {
        NUMBER,
        DAY,
        INSTANT,
        /// Taken as it stands.
        OTHER
    }

    Kind kind(String table, String column);

    /// The columns without which no row of the table can be accepted.
    Collection<String> requiredColumns(String table);
}
