package dev.keepwell.kernel;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// A SHA-256 over a sequence of texts, in which the borders between the texts count.
///
/// Each text is preceded by its length, so `("ab", "c")` and `("a", "bc")` differ.
public final class Fingerprint {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_PER_SIGN = 5;
    private static final int ID_SIGNS = 26;

    private static final MessageDigest EMPTY = platformDigest();

    private final MessageDigest digest = sha256();

    public Fingerprint add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    public static Fingerprint of(String... texts) {
        var fingerprint = new Fingerprint();
        for (var text : texts) {
            fingerprint.add(text);
        }
        return fingerprint;
    }

    /// All 256 bits. Ends this fingerprint: start a new one for the next.
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The first 128 bits, for keys and comparisons. Ends this fingerprint.
    public UUID uuid() {
        var bits = ByteBuffer.wrap(digest.digest());
        return new UUID(bits.getLong(), bits.getLong());
    }

    /// An id such as `acc_5FQ…` that anybody can derive again from the same texts, so that an
    /// import in any order, on any machine, gives the same record the same id. Ends this
    /// fingerprint.
    public String id(String prefix) {
        var bits = new BigInteger(1, digest.digest()).shiftRight(256 - 128);
        var signs = new char[ID_SIGNS];
        for (int i = ID_SIGNS - 1; i >= 0; i--) {
            signs[i] = ALPHABET.charAt(bits.intValue() & 31);
            bits = bits.shiftRight(BITS_PER_SIGN);
        }
        return prefix + "_" + new String(signs);
    }

    /// A copy of one digest: asking the platform for a new one each time costs more than hashing a
    /// short text, and imports hash by the million.
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every Java platform can copy a SHA-256.", e);
        }
    }

    private static MessageDigest platformDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
