package dev.keepwell.source.event;

import dev.keepwell.source.flow.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Takes requests in: checks them, looks at each event once, writes the bytes down durably, and
/// only then says that they were accepted.
final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Some SDKs try three times and then give up: this carries them over a restart.
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Keys keys;
    private final Quotas quotas;
    private final GroupCommit log;
    private final RefusedCalls refusals;
    private final Room room = new Room();
    private final Clock clock;
    private final Pauses pauses;
    private final Shares shares = new Shares();

    Door(
            Keys keys,
            Quotas quotas,
            GroupCommit log,
            RefusedCalls refusals,
            Pauses pauses,
            Clock clock) {
        this.keys = keys;
        this.quotas = quotas;
        this.log = log;
        this.refusals = refusals;
        this.pauses = pauses;
        this.clock = clock;
    }

    /// How a request comes: which way, under which id, with which key in its header, and whether a
    /// single bad event is to refuse all of it.
    record Knock(Route route, String requestId, @Nullable String key, boolean isStrict) {}

    /// The answer, and whether it is a refusal because the sender wanted to be told so.
    record Verdict(Answer answer, boolean isRefused) {}

    Verdict take(Knock knock, byte[] body) {
        if (knock.key() == null) {
            return take(knock, body, null);
        }
        // Who shows a key at the door and has none is not read at all.
        var sender = keys.sender(knock.key());
        return shares.in(sender.tokenId(), () -> take(knock, body, sender));
    }

    private Verdict take(Knock knock, byte[] body, Arrival.@Nullable Sender shown) {
        var known = shown;
        try (var guest = room.guest()) {
            var unpacked = Unpacking.unpacked(body, guest::enter);
            var read = Body.of(unpacked, knock.route());
            var sender = known == null ? keys.sender(read.key()) : known;
            known = sender;
            refusePaused(sender);
            quotas.spend(sender, body.length);
            var packed = new Packed(body, unpacked.length);
            return shown == null
                    ? shares.in(sender.tokenId(), () -> take(knock, sender, packed, read))
                    : take(knock, sender, packed, read);
        } catch (Refused e) {
            if (known != null) {
                refusals.note(known, call(knock), e, body);
            }
            throw e;
        }
    }

    private void refusePaused(Arrival.Sender sender) {
        pauses.lately(sender.workspace(), sender.source())
                .ifPresent(it -> {
                    var why = Pauses.why(sender.source(), it);
                    throw Refused.forGood(423, "source_paused", why);
                });
    }

    @SuppressWarnings("ArrayRecordComponent") // It is handed on, never compared.
    private record Packed(byte[] body, int unpacked) {}

    private Verdict take(Knock knock, Arrival.Sender sender, Packed packed, Body read) {
        var rejected = rejected(read);
        int events = read.events().size();
        if (knock.isStrict() && !rejected.isEmpty()) {
            return new Verdict(new Answer(0, rejected), true);
        }
        if (events > 0) {
            var sizes = new Arrival.Sizes(packed.unpacked(), events, rejected.size());
            write(new Arrival(sender, call(knock), packed.body(), sizes));
        }
        return new Verdict(new Answer(events - rejected.size(), rejected), false);
    }

    static List<Answer.Rejected> rejected(Body read) {
        var rejected = new ArrayList<Answer.Rejected>();
        for (int i = 0; i < read.events().size(); i++) {
            try {
                Glance.at(read.events().get(i));
            } catch (Unfit e) {
                rejected.add(new Answer.Rejected(i, e.reason().word()));
            }
        }
        return rejected;
    }

    /// PostgreSQL keeps microseconds, and a time must read the same before and after.
    private Arrival.Call call(Knock knock) {
        return new Arrival.Call(
                knock.route(), knock.requestId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void write(Arrival arrival) {
        try {
            var _ = log.append(arrival).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Refused.forNow(
                    503,
                    "not_written",
                    "The request could not be written down. Send it again; it counts once.",
                    RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refused.forNow(503, "stopping", "The server stops. Send it again.", RETRY);
        }
    }
}
