package dev.keepwell.customer.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.keepwell.customer.identity.Pair.Rule;
import dev.keepwell.customer.identity.Pair.Why;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// Finds contacts that may be one person: those with the same address.
final class ContactMatching {

    /// A contact that stands. Its account is the one that counts, after all merges.
    record KnownContact(String id, String source, String account, String email) {

        String address() {
            return email.strip().toLowerCase(Locale.ROOT);
        }
    }

    /// Addresses of desks and not of people.
    private static final Set<String> DESKS =
            Set.of(
                    "accounting",
                    "accounts",
                    "admin",
                    "billing",
                    "contact",
                    "finance",
                    "hello",
                    "help",
                    "hr",
                    "info",
                    "invoice",
                    "invoices",
                    "it",
                    "mail",
                    "noreply",
                    "no-reply",
                    "office",
                    "purchasing",
                    "sales",
                    "service",
                    "support",
                    "team",
                    "webmaster");

    private static final double SAME_ACCOUNT = 0.97;
    private static final double OTHER_ACCOUNT = 0.6;
    private static final double DESK = 0.4;

    private final Pairs pairs = new Pairs();

    Collection<Pair> of(List<KnownContact> contacts) {
        var blocks =
                contacts.stream()
                        .filter(it -> it.address().indexOf('@') > 0)
                        .collect(groupingBy(KnownContact::address, TreeMap::new, toList()));
        Pairs.each(blocks.values(), this::sameAddress);
        return pairs.all();
    }

    /// One source that keeps a person at two accounts means it: they work for both.
    private void sameAddress(KnownContact one, KnownContact other) {
        var isSameAccount = one.account().equals(other.account());
        if (!isSameAccount && one.source().equals(other.source())) {
            return;
        }
        var evidence = "Both have the address %s.".formatted(one.address());
        pairs.add(
                Pair.of(
                        Kind.CONTACT,
                        Rule.SAME_EMAIL,
                        confidence(one, isSameAccount),
                        new Why(evidence, caution(one, isSameAccount)),
                        one.id(),
                        other.id()));
    }

    private static double confidence(KnownContact one, boolean isSameAccount) {
        if (isDesk(one)) {
            return DESK;
        }
        return isSameAccount ? SAME_ACCOUNT : OTHER_ACCOUNT;
    }

    private static String caution(KnownContact one, boolean isSameAccount) {
        if (isDesk(one)) {
            return "This is the address of a desk, which several people may share.";
        }
        return isSameAccount ? "" : "They are at two accounts. See first whether those are one.";
    }

    private static boolean isDesk(KnownContact contact) {
        var address = contact.address();
        return DESKS.contains(address.substring(0, address.indexOf('@')));
    }
}
