package dev.keepwell.warehouse;

/// Where analytical SQL runs. One engine is built in; the catalogue's text runs on all of them.
public interface Warehouse {

    /// Those that a job asks for may come from a cluster; who waits for a page is answered by the
    /// built-in engine.
    Facts open(Scope scope);

    /// Tries the engine that jobs run on, and says which it is.
    default String tried() {
        return "DuckDB, in this process";
    }
}
