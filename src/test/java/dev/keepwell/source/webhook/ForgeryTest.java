package dev.keepwell.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Twelve ways to forge or repeat what a provider signed, and each provider's answer to them.
class ForgeryTest {

    private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
    private static final String URL = "https://keepwell.example.com/webhooks/whk_1";
    private static final byte[] BODY =
            Hmac.utf8("{\"id\": \"evt_1\", \"type\": \"a.b\", \"amount\": 10}");
    private static final List<String> SECRETS = List.of(secret('a'), secret('b'));

    /// Base64 for those who want that, and a text for the others.
    private static String secret(char sign) {
        return "whsec_" + String.valueOf(sign).repeat(24);
    }

    private enum Way {
        AS_SENT,
        BY_THE_SECRET_BEFORE,
        ALTERED_BODY,
        RESERIALISED,
        ALTERED_TIME,
        OLD,
        FUTURE,
        TWO_SIGNATURES_ONE_RIGHT,
        TWO_WRONG,
        MISSING_HEADER,
        WRONG_SECRET,
        TRUNCATED,
        WRONG_VERSION
    }

    static Stream<Arguments> ways() {
        return Arrays.stream(Provider.values())
                .flatMap(it -> Arrays.stream(Way.values()).map(way -> Arguments.of(it, way)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void only_what_the_provider_signed_now_is_believed(Provider provider, Way way) {
        assertThat(isAccepted(provider, way)).isEqualTo(expected(provider, way));
    }

    private static boolean expected(Provider provider, Way way) {
        return switch (way) {
            case AS_SENT, BY_THE_SECRET_BEFORE -> true;
            // Only these send more than one signature at once; for the others it is no signature.
            case TWO_SIGNATURES_ONE_RIGHT ->
                    provider == Provider.STANDARD
                            || provider == Provider.STRIPE
                            || provider == Provider.INTERCOM
                            || provider == Provider.SLACK;
            // Intercom signs no time. What comes again is known by its id, at any time.
            case OLD, FUTURE, ALTERED_TIME -> provider == Provider.INTERCOM;
            case ALTERED_BODY,
                    RESERIALISED,
                    TWO_WRONG,
                    MISSING_HEADER,
                    WRONG_SECRET,
                    TRUNCATED,
                    WRONG_VERSION ->
                    false;
        };
    }

    private static boolean isAccepted(Provider provider, Way way) {
        var headers = new LinkedHashMap<>(signed(provider, way));
        change(headers, way);
        try {
            var request = new Signed("POST", URL, headers, body(way));
            Signatures.verify(provider, request, SECRETS, NOW);
            return true;
        } catch (Unsigned e) {
            return false;
        }
    }

    private static Map<String, String> signed(Provider provider, Way way) {
        var secret =
                switch (way) {
                    case WRONG_SECRET -> secret('c');
                    case BY_THE_SECRET_BEFORE -> secret('b');
                    case Way other -> secret('a');
                };
        var at =
                switch (way) {
                    case OLD -> NOW.minusSeconds(301);
                    case FUTURE -> NOW.plusSeconds(301);
                    case Way other -> NOW;
                };
        return Signing.headers(provider, secret, at, URL, BODY);
    }

    private static byte[] body(Way way) {
        var text = new String(BODY, StandardCharsets.UTF_8);
        return switch (way) {
            case ALTERED_BODY -> Hmac.utf8(text.replace("10", "99"));
            case RESERIALISED -> Hmac.utf8(text.replace(": ", ":"));
            case Way other -> BODY;
        };
    }

    private static void change(Map<String, String> headers, Way way) {
        switch (way) {
            case ALTERED_TIME -> each(headers, ForgeryTest::later);
            case TWO_SIGNATURES_ONE_RIGHT -> each(headers, it -> twice(wrong(it), it));
            case TWO_WRONG -> each(headers, it -> twice(wrong(it), wrong(it)));
            case MISSING_HEADER -> headers.remove(headers.keySet().stream().toList().getLast());
            case TRUNCATED -> each(headers, it -> isSignature(it) ? it.substring(0, 30) : it);
            case WRONG_VERSION ->
                    each(
                            headers,
                            it ->
                                    it.replace("v1", "v9")
                                            .replace("v0=", "v9=")
                                            .replace("sha1=", "sha9=")
                                            .replaceAll("^([A-Za-z0-9+/]{43}=)$", "v9=$1"));
            case Way other -> {}
        }
    }

    private static void each(Map<String, String> headers, UnaryOperator<String> change) {
        headers.replaceAll((_, value) -> change.apply(value));
    }

    private static boolean isSignature(String value) {
        return value.length() >= 40;
    }

    /// A minute more than was signed, well within the tolerance.
    private static String later(String value) {
        return value.replace("12:00:00Z", "12:01:00Z").replace("1740830400", "1740830460");
    }

    private static String wrong(String value) {
        return isSignature(value) ? value.substring(0, value.length() - 5) + "AAAA=" : value;
    }

    private static String twice(String first, String second) {
        if (!isSignature(first)) {
            return first;
        }
        if (first.startsWith("t=")) {
            return first + second.substring(second.indexOf(','));
        }
        return first + (first.startsWith("v1,") ? " " : ",") + second;
    }
}
