package dev.keepwell.bench;

import dev.keepwell.customer.EventDays;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.EventRollup;

/// Builds the usage facts of every day of a year: from what is rolled up, or from the raw events.
final class YearOfUsage implements Measure {

    private final Town town;
    private final Scan scan;
    private final boolean isFromRaw;

    YearOfUsage(Town town, Scan scan, boolean isFromRaw) {
        this.town = town;
        this.scan = scan;
        this.isFromRaw = isFromRaw;
    }

    @Override
    public Budget budget() {
        return isFromRaw
                ? Budget.atMost(14, "S", "A full year of the usage facts, from raw events")
                : Budget.atMost(10, "S", "A full year of the usage facts, from the roll-up");
    }

    @Override
    public Turn turn() {
        var yardstick = scan.cost();
        if (isFromRaw) {
            touchAll();
        }
        var cost =
                Cost.of(() -> {
                    town.bean(EventRollup.class).run(WorkspaceId.DEFAULT, _ -> {});
                    new UsageFacts(town).build(Size.FIRST_DAY, Size.LAST_DAY);
                });
        return Turn.ratio(cost, yardstick);
    }

    private void touchAll() {
        var days = town.bean(EventDays.class);
        town.bean(Database.class)
                .doIn(
                        WorkspaceId.DEFAULT,
                        session ->
                                Size.FIRST_DAY
                                        .datesUntil(Size.LAST_DAY.plusDays(1))
                                        .forEach(it ->
                                                days.touch(session, WorkspaceId.DEFAULT, it)));
    }
}
