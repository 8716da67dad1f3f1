package dev.keepwell.sample;

import java.util.List;

/// The companies that everybody knows by name, each with its one story.
final class Cast {

    private static final String HIGH = "high_touch";
    private static final String LOW = "low_touch";

    /// Grows every quarter.
    private static final Journey ACORN =
            new Journey(
                    "acorn",
                    "Acorn Bakery",
                    Segment.MID_MARKET,
                    LOW,
                    "ada.thorn",
                    640,
                    new Fate.Grows(),
                    0.9,
                    16,
                    210,
                    List.of("Ann", "Bob"));

    /// Its champion just left.
    private static final Journey BRIGHTWATER =
            new Journey(
                    "brightwater",
                    "Brightwater",
                    Segment.ENTERPRISE,
                    HIGH,
                    "esther.dahl",
                    900,
                    new Fate.Orphaned(16),
                    0.86,
                    24,
                    95,
                    List.of());

    /// Usage falls, renewal in 60 days.
    private static final Journey COBALT =
            new Journey(
                    "cobalt",
                    "Cobalt Freight",
                    Segment.MID_MARKET,
                    LOW,
                    "hugo.nagy",
                    670,
                    new Fate.Fades(90),
                    0.82,
                    15,
                    60,
                    List.of("Cy", "Di", "Ed"));

    /// Signed last week.
    private static final Journey DOVETAIL =
            new Journey(
                    "dovetail",
                    "Dovetail Studio",
                    Segment.SMALL_BUSINESS,
                    LOW,
                    "karin.novak",
                    7,
                    new Fate.Signs(),
                    0.8,
                    6,
                    358,
                    List.of());

    /// Left, and came back.
    private static final Journey EMBER =
            new Journey(
                    "ember",
                    "Ember Labs",
                    Segment.MID_MARKET,
                    LOW,
                    "leo.marino",
                    1010,
                    new Fate.Returns(300, 170),
                    0.8,
                    12,
                    195,
                    List.of());

    /// Better every month.
    private static final Journey LITWARE =
            new Journey(
                    "litware",
                    "Litware",
                    Segment.MID_MARKET,
                    LOW,
                    "nadia.khan",
                    410,
                    new Fate.Grows(),
                    0.8,
                    13,
                    140,
                    List.of());

    /// Loud and red.
    private static final Journey FABRIKAM =
            new Journey(
                    "fabrikam",
                    "Fabrikam Print",
                    Segment.ENTERPRISE,
                    HIGH,
                    "omar.silva",
                    820,
                    new Fate.Storms(75),
                    0.84,
                    22,
                    110,
                    List.of());

    private Cast() {}

    static List<Journey> journeys() {
        return List.of(ACORN, BRIGHTWATER, COBALT, DOVETAIL, EMBER, LITWARE, FABRIKAM);
    }
}
