package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Keeps a home for one server at a time. The kernel drops it with the process, however that ends.
record HomeLock(FileChannel channel) implements AutoCloseable {

    static HomeLock take(Home home) {
        try {
            var channel =
                    FileChannel.open(
                            home.path().resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Refusal.configuration(
                "home_in_use",
                """
                Another Keepwell is running on the home %s. Stop it, or choose another \
                KEEPWELL_HOME.\
                """
                        .formatted(home.path()));
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // This very process has it.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
