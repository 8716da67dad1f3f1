package dev.keepwell.source.webhook;

import java.util.Comparator;
import java.util.List;

/// Reads all that was told of one thing, in the order in which it happened.
public final class DeliveryReading {

    /// Two things of the same second have an order, too: the one of creating, changing and
    /// deleting, and then that of the provider's ids.
    private static final Comparator<Delivery> BY_TIME =
            Comparator.comparing((Delivery it) -> it.about().occurredAt())
                    .thenComparingInt(it -> rank(it.about().type()))
                    .thenComparing(Delivery::id);

    private DeliveryReading() {}

    public static Told read(Provider provider, List<Delivery> deliveries, Context context) {
        var inOrder = deliveries.stream().sorted(BY_TIME).toList();
        var first = inOrder.getFirst();
        if (first.about().type().equals(Arriving.UNREADABLE)) {
            return Told.nothing(
                    inOrder,
                    new Outcome.SetAside(
                            "unreadable",
                            "The body is no JSON object with a type. Send it as %s does."
                                    .formatted(provider.word())));
        }
        return switch (provider) {
            case STRIPE -> StripeReading.read(inOrder, context);
            case ZENDESK -> ZendeskReading.read(inOrder);
            case HUBSPOT -> HubspotReading.read(inOrder);
            case INTERCOM -> IntercomReading.read(inOrder);
            case SLACK -> SlackReading.read(inOrder, context);
            case STANDARD -> StandardReading.read(inOrder);
        };
    }

    private static int rank(String type) {
        if (type.endsWith("created")) {
            return 0;
        }
        return type.endsWith("deleted") || type.endsWith("voided") ? 2 : 1;
    }
}
