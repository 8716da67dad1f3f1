package dev.keepwell.source.flow;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// A way in that can tell how much came on which day. Whoever opens another one offers it as a
/// bean, and its sources are listed with all others.
public interface Arriving {

    Way way();

    /// What came from the first day on, in days of the zone.
    List<Arrived> since(Session session, ZoneId zone, LocalDate first);
}
