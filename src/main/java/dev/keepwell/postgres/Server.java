package dev.keepwell.postgres;

/// The PostgreSQL behind the application: the one we bring, or one that others run.
sealed interface Server extends AutoCloseable permits BundledPostgres, ExternalPostgres {

    /// How its owner reaches it, who migrates and does nothing else.
    DatabaseUrl owner();

    @Override
    void close();
}
