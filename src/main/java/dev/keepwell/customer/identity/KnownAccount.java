package dev.keepwell.customer.identity;

import dev.keepwell.customer.Account;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What matching looks at: an account that stands, with all that was merged into it. Its domain is
/// that of its people where its record has none; empty where nobody knows one.
record KnownAccount(
        String id, List<Account.Origin> origins, String name, String domain, String parent) {

    Set<String> sources() {
        return origins.stream().map(Account.Origin::sourceSystem).collect(Collectors.toSet());
    }

    boolean sharesSource(KnownAccount other) {
        return sources().stream().anyMatch(other.sources()::contains);
    }

    /// A part beside its whole, or beside another part of it, is no duplicate.
    boolean isRelated(KnownAccount other) {
        return parent.equals(other.id)
                || other.parent.equals(id)
                || (!parent.isEmpty() && parent.equals(other.parent));
    }
}
