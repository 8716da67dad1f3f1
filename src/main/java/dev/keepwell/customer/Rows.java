package dev.keepwell.customer;

import dev.keepwell.customer.Versions.Standing;
import dev.keepwell.customer.Versions.Version;
import dev.keepwell.postgres.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the rows of one table are kept.
sealed interface Rows permits RecordRows, UsageRows {

    /// What stands for each of the given ids, in one query.
    Map<String, Standing> standing(Session session, Collection<String> sourceIds);

    /// Stores versions in their order and closes those that they supersede.
    void put(Session session, List<Version> versions);
}
