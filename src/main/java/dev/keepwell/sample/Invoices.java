package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.util.List;

/// Writes the bills of an account and when they were paid, if they were.
final class Invoices {

    private static final int TERMS = 30;

    private final Scene scene;

    Invoices(Scene scene) {
        this.scene = scene;
    }

    /// Small businesses pay by the month, the others by the quarter.
    void write(Journey journey, List<Stretch> deal, Chance chance) {
        int months = journey.segment() == Segment.SMALL_BUSINESS ? 1 : 3;
        int step = months == 1 ? 30 : 91;
        boolean isSlow = chance.happens(journey.vigour() < 0.6 ? 0.35 : 0.04);
        for (int ago = journey.joined(); ago > 0; ago -= step) {
            long mrr = Deal.on(deal, ago).map(Stretch::mrr).orElse(0L);
            if (mrr > 0 && ago <= journey.firstDay()) {
                write(journey, ago, mrr * months, paidAfter(isSlow, chance));
            }
        }
    }

    private static int paidAfter(boolean isSlow, Chance chance) {
        return isSlow ? chance.between(38, 88) : chance.between(8, 33);
    }

    void write(Journey journey, int ago, long cents, int paidAfter) {
        var id = "%s-i%d".formatted(journey.id(), ago);
        int due = ago - TERMS;
        int paid = ago - paidAfter;
        boolean isPaid = paid > 0;
        scene.add(
                Table.INVOICE,
                id,
                journey.id(),
                scene.day(ago),
                scene.day(due),
                Revenue.money(cents),
                Revenue.money(isPaid ? 0 : cents),
                Revenue.CURRENCY,
                isPaid ? "paid" : "open",
                isPaid ? scene.day(paid) : null);
        // Small businesses pay by card, of which there is no record of its own.
        if (isPaid && journey.segment() != Segment.SMALL_BUSINESS) {
            scene.add(Table.INVOICE_PAYMENT, id + "-p", id, Revenue.money(cents), scene.day(paid));
        }
        if (!isPaid && due > 0) {
            scene.tally().owes(journey.id(), due);
        }
    }
}
