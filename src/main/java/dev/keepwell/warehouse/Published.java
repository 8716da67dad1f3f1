package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;

/// A table that another module publishes for facts to read, such as the ledger's scores.
public interface Published {

    /// Its name with its schema: `ledger.score`.
    String table();

    /// Puts the rows that answer for the days of the scope into the engine.
    void bring(DuckDb duck, Scope scope);
}
