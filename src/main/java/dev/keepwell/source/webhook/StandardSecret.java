package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Refusal;
import java.security.SecureRandom;
import java.util.Base64;

/// The secrets of Standard Webhooks: base64, with or without `whsec_` before it.
final class StandardSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    private StandardSecret() {}

    static String drawn() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] key(String secret) {
        var bare = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            var key = Base64.getDecoder().decode(bare);
            if (key.length > 0) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the one sentence that covers both.
        }
        throw Refusal.invalid(
                "webhook_secret",
                "A secret of Standard Webhooks is base64, mostly after whsec_. Copy all of it.");
    }
}
