package dev.keepwell.warehouse;

/// Where analytical SQL runs. One engine is built in; the catalogue's text runs on all of them.
public interface Warehouse {

    Facts open(Scope scope);
}
