package dev.keepwell.source.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Signs as each provider does, so that tests can send what is right and then change one thing.
public final class Signing {

    private static final HexFormat HEX = HexFormat.of();

    private Signing() {}

    /// The headers under which a provider sends these bytes.
    public static Map<String, String> headers(
            String provider, String secret, Instant at, String url, byte[] body) {
        return headers(Provider.of(provider), secret, at, url, body);
    }

    static Map<String, String> headers(
            Provider provider, String secret, Instant at, String url, byte[] body) {
        var headers = new LinkedHashMap<String, String>();
        var seconds = Long.toString(at.getEpochSecond());
        var hmac = Hmac.sha256(Hmac.utf8(secret));
        switch (provider) {
            case STANDARD -> standard(secret, seconds, body, headers);
            case STRIPE -> {
                var signed = HEX.formatHex(hmac.of(Hmac.utf8(seconds + "."), body));
                headers.put("Stripe-Signature", "t=" + seconds + ",v1=" + signed);
            }
            case ZENDESK -> {
                headers.put(
                        "X-Zendesk-Webhook-Signature",
                        base64(hmac.of(Hmac.utf8(at.toString()), body)));
                headers.put("X-Zendesk-Webhook-Signature-Timestamp", at.toString());
            }
            case HUBSPOT -> {
                var millis = Long.toString(at.toEpochMilli());
                headers.put(
                        "X-HubSpot-Signature-v3",
                        base64(hmac.of(Hmac.utf8("POST" + url), body, Hmac.utf8(millis))));
                headers.put("X-HubSpot-Request-Timestamp", millis);
            }
            case INTERCOM ->
                    headers.put(
                            "X-Hub-Signature",
                            "sha1=" + HEX.formatHex(Hmac.sha1(Hmac.utf8(secret)).of(body)));
            case SLACK -> {
                headers.put(
                        "X-Slack-Signature",
                        "v0=" + HEX.formatHex(hmac.of(Hmac.utf8("v0:" + seconds + ":"), body)));
                headers.put("X-Slack-Request-Timestamp", seconds);
            }
        }
        return headers;
    }

    private static void standard(
            String secret, String seconds, byte[] body, Map<String, String> headers) {
        var id = "msg_" + HEX.formatHex(Hmac.sha256(Hmac.utf8(secret)).of(body), 0, 8);
        var key = Hmac.sha256(StandardSecret.key(secret));
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", seconds);
        headers.put(
                "webhook-signature",
                "v1," + base64(key.of(Hmac.utf8(id + "." + seconds + "."), body)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
