package dev.keepwell.source.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Keyed hashes over the bytes as they came, compared in constant time.
final class Hmac {

    /// How far the clock of a sender may be off, before and behind.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String algorithm;
    private final byte[] key;

    private Hmac(String algorithm, byte[] key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    static Hmac sha256(byte[] key) {
        return new Hmac("HmacSHA256", key);
    }

    static Hmac sha1(byte[] key) {
        return new Hmac("HmacSHA1", key);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] of(byte[]... parts) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
        }
    }

    /// Looks at every one of them, so that the time it takes tells nothing about which is right.
    static boolean isAmong(String expected, Collection<String> shown) {
        boolean found = false;
        for (var one : shown) {
            found |= MessageDigest.isEqual(utf8(expected), utf8(one));
        }
        return found;
    }

    static void checkTime(Instant signedAt, Instant now) {
        if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Unsigned(
                    "timestamp_out_of_tolerance",
                    ("It was signed at %s, and more than %d seconds off it is not believed."
                                    + " Set the clocks, or send it anew.")
                            .formatted(signedAt, TOLERANCE.toSeconds()));
        }
    }

    static Unsigned wrong() {
        return new Unsigned(
                "wrong_signature",
                "No signature fits the body and a secret of this address. Check the secret, and"
                        + " that nothing on the way changes the body.");
    }
}
