package dev.keepwell.source.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keepwell.workspace.Grant;
import dev.keepwell.workspace.Scopes;
import dev.keepwell.workspace.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who sends: by the user of Basic, by a bearer token, or by a word in the body.
final class Keys {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";
    private static final int REMEMBERED_MAX = 10_000;

    /// A key that was revoked is refused after a second at the latest.
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /// What a token of an API sends as when it was made for more than sending.
    private static final String SOURCE = "api";

    private final Tokens tokens;
    private final Cache<String, Optional<Arrival.Sender>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).expireAfterWrite(REMEMBERED).build();

    Keys(Tokens tokens) {
        this.tokens = tokens;
    }

    Arrival.Sender sender(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Refused.forGood(
                    401,
                    "missing_key",
                    "No write key: send it as the user of Basic authentication, or as writeKey or"
                            + " api_key in the body.");
        }
        return remembered
                .get(key.strip(), this::find)
                .orElseThrow(() ->
                        Refused.forGood(
                                401,
                                "unknown_key",
                                "The write key is unknown, revoked or may not send. Make one with:"
                                        + " keepwell token create --write-key"));
    }

    private Optional<Arrival.Sender> find(String key) {
        return tokens.find(key).filter(it -> it.allows(Scopes.INGEST)).map(Keys::sender);
    }

    private static Arrival.Sender sender(Grant grant) {
        var source = grant.source().isEmpty() ? SOURCE : grant.source();
        return new Arrival.Sender(grant.workspace(), source, grant.tokenId());
    }

    /// The key that a header names.
    static @Nullable String ofHeader(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return header.substring(BEARER.length()).strip();
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return user(header.substring(BASIC.length()).strip());
        }
        return null;
    }

    private static @Nullable String user(String packed) {
        try {
            var pair = new String(Base64.getDecoder().decode(packed), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
