package dev.keepwell.source.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Room for bodies that are large once they are unpacked. A small packed body may become a
/// thousandfold, so those who send many at once share what there is.
final class Room {

    private static final int LARGE_AT_ONCE = 6;

    private final Semaphore places = new Semaphore(LARGE_AT_ONCE);

    /// One body that may turn out to be large.
    final class Guest implements AutoCloseable {

        private boolean isInside;

        void enter() {
            if (!places.tryAcquire()) {
                throw Refused.forNow(
                        503,
                        "busy",
                        "Too many large bodies arrive at once. Send it again.",
                        Duration.ofSeconds(1));
            }
            isInside = true;
        }

        @Override
        public void close() {
            if (isInside) {
                places.release();
            }
        }
    }

    Guest guest() {
        return new Guest();
    }
}
