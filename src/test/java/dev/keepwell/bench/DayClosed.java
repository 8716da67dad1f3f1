package dev.keepwell.bench;

/// Closes the next day of all accounts: facts, metrics, scores, the ledger and the list.
final class DayClosed implements Measure {

    private final Town town;
    private final Scan scan;

    DayClosed(Town town, Scan scan) {
        this.town = town;
        this.scan = scan;
    }

    @Override
    public Budget budget() {
        return Budget.none("S", "A day closed for all accounts");
    }

    @Override
    public Turn turn() {
        var day = town.lastJudged().map(it -> it.plusDays(1)).orElse(Size.LAST_DAY);
        var yardstick = scan.cost();
        return Turn.ratio(Cost.of(() -> town.close(day)), yardstick);
    }
}
