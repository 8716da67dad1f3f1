package dev.keepwell.postgres;

/// A PostgreSQL that others run: reached, used and left as it is.
record ExternalPostgres(DatabaseUrl owner) implements Server {

    @Override
    public void close() {
        // Not ours to stop.
    }
}
