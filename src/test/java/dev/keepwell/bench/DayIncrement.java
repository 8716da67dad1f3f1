package dev.keepwell.bench;

import dev.keepwell.customer.EventDays;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.EventRollup;

/// Takes a day in on which events arrived, and builds the usage facts of that day.
final class DayIncrement implements Measure {

    private final Town town;
    private final Scan scan;

    DayIncrement(Town town, Scan scan) {
        this.town = town;
        this.scan = scan;
    }

    @Override
    public Budget budget() {
        return Budget.atMost(0.4, "S", "A day's increment of the usage facts");
    }

    @Override
    public Turn turn() {
        var yardstick = scan.cost();
        town.bean(Database.class)
                .doIn(
                        WorkspaceId.DEFAULT,
                        it ->
                                town.bean(EventDays.class)
                                        .touch(it, WorkspaceId.DEFAULT, Size.LAST_DAY));
        var cost =
                Cost.of(() -> {
                    town.bean(EventRollup.class).run(WorkspaceId.DEFAULT, _ -> {});
                    new UsageFacts(town).build(Size.LAST_DAY, Size.LAST_DAY);
                });
        return Turn.ratio(cost, yardstick);
    }
}
