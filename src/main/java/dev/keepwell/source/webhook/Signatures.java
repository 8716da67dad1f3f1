package dev.keepwell.source.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// How each provider signs, and whether a request is signed so with one of the secrets.
final class Signatures {

    private static final HexFormat HEX = HexFormat.of();

    private Signatures() {}

    /// Throws [Unsigned] with the rule that is broken.
    static void verify(Provider provider, Signed request, List<String> secrets, Instant now) {
        switch (provider) {
            case STANDARD -> standard(request, secrets, now);
            case STRIPE -> stripe(request, secrets, now);
            case ZENDESK -> zendesk(request, secrets, now);
            case HUBSPOT -> hubspot(request, secrets, now);
            case INTERCOM -> intercom(request, secrets);
            case SLACK -> slack(request, secrets, now);
        }
    }

    private static void standard(Signed request, List<String> secrets, Instant now) {
        var id = request.header("webhook-id");
        var time = request.header("webhook-timestamp");
        var shown = versions(request.header("webhook-signature"), " ", "v1,");
        Hmac.checkTime(seconds(time), now);
        require(
                secrets.stream()
                        .map(StandardSecret::key)
                        .map(it ->
                                Hmac.sha256(it)
                                        .of(Hmac.utf8(id + '.' + time + '.'), request.body()))
                        .map(Base64.getEncoder()::encodeToString)
                        .toList(),
                shown);
    }

    private static void stripe(Signed request, List<String> secrets, Instant now) {
        var header = request.header("Stripe-Signature");
        var times = versions(header, ",", "t=");
        if (times.size() != 1) {
            throw malformed("Stripe-Signature has one t= and at least one v1=");
        }
        var time = times.getFirst();
        Hmac.checkTime(seconds(time), now);
        require(hex(secrets, Hmac.utf8(time + '.'), request.body()), versions(header, ",", "v1="));
    }

    private static void zendesk(Signed request, List<String> secrets, Instant now) {
        var shown = request.header("X-Zendesk-Webhook-Signature");
        var time = request.header("X-Zendesk-Webhook-Signature-Timestamp");
        Hmac.checkTime(moment(time), now);
        require(base64(secrets, Hmac.utf8(time), request.body()), List.of(shown));
    }

    private static void hubspot(Signed request, List<String> secrets, Instant now) {
        var shown = request.header("X-HubSpot-Signature-v3");
        var time = request.header("X-HubSpot-Request-Timestamp");
        Hmac.checkTime(Instant.ofEpochMilli(number(time)), now);
        require(
                base64(
                        secrets,
                        Hmac.utf8(request.method() + request.url()),
                        request.body(),
                        Hmac.utf8(time)),
                List.of(shown));
    }

    /// No time is signed here. What comes again is known by its id, however much later.
    private static void intercom(Signed request, List<String> secrets) {
        var shown = versions(request.header("X-Hub-Signature"), ",", "sha1=");
        require(
                secrets.stream()
                        .map(it -> Hmac.sha1(Hmac.utf8(it)).of(request.body()))
                        .map(HEX::formatHex)
                        .toList(),
                shown);
    }

    private static void slack(Signed request, List<String> secrets, Instant now) {
        var shown = versions(request.header("X-Slack-Signature"), ",", "v0=");
        var time = request.header("X-Slack-Request-Timestamp");
        Hmac.checkTime(seconds(time), now);
        require(hex(secrets, Hmac.utf8("v0:" + time + ':'), request.body()), shown);
    }

    private static List<String> hex(List<String> secrets, byte[]... parts) {
        return secrets.stream()
                .map(it -> HEX.formatHex(Hmac.sha256(Hmac.utf8(it)).of(parts)))
                .toList();
    }

    private static List<String> base64(List<String> secrets, byte[]... parts) {
        return secrets.stream()
                .map(it -> Hmac.sha256(Hmac.utf8(it)).of(parts))
                .map(Base64.getEncoder()::encodeToString)
                .toList();
    }

    private static void require(List<String> expected, List<String> shown) {
        boolean holds = false;
        for (var one : expected) {
            holds |= Hmac.isAmong(one, shown);
        }
        if (!holds) {
            throw Hmac.wrong();
        }
    }

    /// The signatures of one version; those of others are not ours to judge.
    private static List<String> versions(String header, String between, String version) {
        var found = new ArrayList<String>();
        Arrays.stream(header.split(between))
                .map(String::strip)
                .filter(it -> it.startsWith(version))
                .forEach(it -> found.add(it.substring(version.length())));
        return found;
    }

    private static Instant seconds(String text) {
        return Instant.ofEpochSecond(number(text));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw malformed("the time of signing is written 2025-01-31T12:00:00Z");
        }
    }

    private static long number(String text) {
        // Nine more digits than a clock shows, and none that a calendar cannot count.
        if (!text.matches("\\d{1,13}")) {
            throw malformed("the time of signing is a whole number");
        }
        return Long.parseLong(text);
    }

    private static Unsigned malformed(String rule) {
        return new Unsigned(
                "malformed_signature", "The signature cannot be read: %s.".formatted(rule));
    }
}
