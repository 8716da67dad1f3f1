import com.rudderstack.sdk.java.analytics.Callback;
import com.rudderstack.sdk.java.analytics.RudderAnalytics;
import com.rudderstack.sdk.java.analytics.messages.AliasMessage;
import com.rudderstack.sdk.java.analytics.messages.GroupMessage;
import com.rudderstack.sdk.java.analytics.messages.IdentifyMessage;
import com.rudderstack.sdk.java.analytics.messages.Message;
import com.rudderstack.sdk.java.analytics.messages.MessageBuilder;
import com.rudderstack.sdk.java.analytics.messages.PageMessage;
import com.rudderstack.sdk.java.analytics.messages.TrackMessage;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Sends with RudderStack's SDK for Java. Every other event keeps the id that the SDK gives it.
///
/// The SDK sleeps fifteen seconds and more in the thread that met a failure: with four threads the
/// others go on meanwhile.
final class RudderStackSender {

    private RudderStackSender() {}

    public static void main(String[] order) throws Exception {
        var outcomes = new Outcomes(order);
        var analytics =
                RudderAnalytics.builder(outcomes.key)
                        .setDataPlaneUrl(outcomes.host)
                        .flushQueueSize(20)
                        .flushInterval(1, TimeUnit.SECONDS)
                        .networkExecutor(Executors.newFixedThreadPool(4))
                        .messageInterceptor(it -> noted(it, outcomes))
                        .callback(callback(outcomes))
                        .build();
        outcomes.each(i -> analytics.enqueue(message(i, outcomes)));
        outcomes.awaitAllTold();
        outcomes.write();
        System.exit(0);
    }

    private static Message noted(Message message, Outcomes outcomes) {
        outcomes.sent(message.messageId());
        return message;
    }

    private static MessageBuilder<?, ?> message(int i, Outcomes outcomes) {
        MessageBuilder<?, ?> message =
                switch (i % 10) {
                    case 0 -> IdentifyMessage.builder().traits(Map.of("plan", "pro", "seats", i));
                    case 1 -> GroupMessage.builder("acct-" + i % 7);
                    case 2 -> PageMessage.builder("Pricing");
                    case 3 -> AliasMessage.builder("anon-" + i);
                    default -> TrackMessage.builder("Exported").properties(Map.of("rows", i));
                };
        message.userId("u-" + i % 40);
        if (i % 2 == 0) {
            message.messageId(outcomes.id(i));
        }
        return message;
    }

    private static Callback callback(Outcomes outcomes) {
        return new Callback() {
            @Override
            public void success(Message message) {
                outcomes.delivered(message.messageId());
            }

            @Override
            public void failure(Message message, Throwable reason) {
                outcomes.failed(message.messageId());
            }
        };
    }
}
