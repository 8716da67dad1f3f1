package dev.keepwell.customer;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// The domain of a company, however its address is written.
final class Domains {

    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");
    private static final int LONGEST = 253;

    private Domains() {}

    /// `https://www.Acme.com/about`, `ann@acme.com` and `acme.com` are `acme.com`.
    static String domain(String text) {
        var host = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z][a-z0-9+.-]*://", "");
        host = host.replaceFirst("[/?#].*$", "").replaceFirst("^.*@", "");
        host = host.replaceFirst(":\\d+$", "").replaceFirst("^www\\.", "");
        try {
            host = IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw unfit(text);
        }
        if (host.length() > LONGEST || !HOST.matcher(host).matches()) {
            throw unfit(text);
        }
        return host;
    }

    private static Unfit unfit(String text) {
        return new Unfit(
                "not_a_domain", "A domain is written acme.com, but got '%s'.".formatted(text));
    }
}
