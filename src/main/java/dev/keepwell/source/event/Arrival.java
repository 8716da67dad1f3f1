package dev.keepwell.source.event;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import java.time.Instant;

/// One request on its way into the log: who sent it, which way, and its bytes as they came.
@SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
record Arrival(Sender sender, Call call, byte[] body, Sizes sizes) {

    /// Whose key it is and what it sends as.
    record Sender(WorkspaceId workspace, String source, String tokenId) {}

    /// Which request it was.
    record Call(Route route, String requestId, Instant receivedAt) {}

    /// How large it is unpacked, how many events it holds, and how many of them were refused.
    record Sizes(int unpacked, int events, int refused) {}

    byte[] sha256() {
        return Fingerprint.sha256().digest(body);
    }
}
