package dev.keepwell.workspace;

import dev.keepwell.kernel.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// The text of a token, which only its holder has: we keep its SHA-256.
///
/// It ends with a checksum, so that a mistyped or cut-off one is known without asking anybody, and
/// a leaked one is recognised in a text with certainty.
record Secret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final int CHECKSUM_SIGNS = 8;

    static Secret random(String prefix) {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        var body = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Secret(body + checksum(body));
    }

    boolean isWellFormed() {
        var end = text.length() - CHECKSUM_SIGNS;
        return text.startsWith("kw_")
                && end > 0
                && text.substring(end).equals(checksum(text.substring(0, end)));
    }

    byte[] sha256() {
        return Fingerprint.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing that gets into a log.
    @Override
    public String toString() {
        return "a secret";
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
