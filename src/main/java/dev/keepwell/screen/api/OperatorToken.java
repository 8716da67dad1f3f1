package dev.keepwell.screen.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// The secret with which whoever may read the home of a running server acts as its operator.
///
/// It is drawn anew at every start and kept in memory; the terminal writes it to `server.json`.
@Component
public final class OperatorToken {

    private static final int BYTES = 32;

    private final String text = "kw_local_" + drawn();

    /// Names this run of the server without giving the secret away, so that a client can tell
    /// whether it reached the right one before it shows the token.
    private final String instance = drawn();

    public String text() {
        return text;
    }

    public String instance() {
        return instance;
    }

    boolean is(String other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String drawn() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
