package dev.keepwell.customer.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.keepwell.customer.identity.Pair.Rule;
import dev.keepwell.customer.identity.Pair.Why;
import dev.keepwell.kernel.SalesforceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Finds accounts that may be one customer: those that another source knows by the same id, that
/// share a domain, or whose names are alike. Accounts meet only in blocks of those that have
/// something rare in common, so that ten thousand take seconds.
final class AccountMatching {

    /// An id that two systems do not arrive at by chance, as they do at `A1`.
    private static final Pattern DISTINCTIVE =
            Pattern.compile("\\d{10,}|(?=.*\\d)(?=.*[a-zA-Z]).{8,}");

    private static final double BY_ID = 0.98;
    private static final double BY_SHORT_ID = 0.9;
    private static final double BY_DOMAIN_AND_NAME = 0.95;
    private static final double BY_DOMAIN = 0.85;
    private static final double BY_SHARED_DOMAIN = 0.45;
    private static final double BY_NAME = 0.75;
    private static final double BY_LIKE_NAME = 0.5;
    private static final double DOUBTFUL = 0.4;

    private record Named(KnownAccount account, String key, CompanyName name) {}

    private final FreeMail freeMail;
    private final Pairs pairs = new Pairs();
    private final Map<String, CompanyName> names = new HashMap<>();

    AccountMatching(FreeMail freeMail) {
        this.freeMail = freeMail;
    }

    Collection<Pair> of(List<KnownAccount> accounts) {
        accounts.forEach(it -> names.put(it.id(), CompanyName.of(it.name())));
        byId(accounts);
        byDomain(accounts);
        byName(accounts);
        return pairs.all();
    }

    private void byId(List<KnownAccount> accounts) {
        var blocks = new TreeMap<String, LinkedHashSet<KnownAccount>>();
        for (var account : accounts) {
            for (var origin : account.origins()) {
                var id = origin.sourceId();
                var key = SalesforceId.read(id).orElse(id);
                blocks.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(account);
            }
        }
        blocks.forEach((id, block) ->
                Pairs.each(List.of(List.copyOf(block)), (one, other) -> sameId(id, one, other)));
    }

    private void sameId(String id, KnownAccount one, KnownAccount other) {
        if (one.sharesSource(other)) {
            return;
        }
        var evidence = "%s and %s both call it %s.".formatted(called(one), called(other), id);
        if (DISTINCTIVE.matcher(id).matches()) {
            add(Rule.SAME_ID, BY_ID, new Why(evidence, ""), one, other);
        } else if (name(one).likeness(name(other)) > 0 || sameDomain(one, other)) {
            var why = evidence + " Their names or domains agree too.";
            add(Rule.SAME_ID, BY_SHORT_ID, new Why(why, ""), one, other);
        }
    }

    private void byDomain(List<KnownAccount> accounts) {
        var blocks =
                accounts.stream()
                        .filter(it -> !it.domain().isEmpty() && !freeMail.names(it.domain()))
                        .collect(groupingBy(KnownAccount::domain, TreeMap::new, toList()));
        blocks.forEach((domain, block) -> {
            var several = several(block);
            Pairs.each(List.of(block), (one, other) -> sameDomain(domain, several, one, other));
        });
    }

    private void sameDomain(String domain, String several, KnownAccount one, KnownAccount other) {
        if (one.isRelated(other)) {
            return;
        }
        var isSameName = name(one).likeness(name(other)) == 1;
        var evidence =
                "Both have the domain %s%s."
                        .formatted(domain, isSameName ? " and the same name" : "");
        if (several.isEmpty()) {
            var confidence = isSameName ? BY_DOMAIN_AND_NAME : BY_DOMAIN;
            add(Rule.SAME_DOMAIN, confidence, new Why(evidence, ""), one, other);
            return;
        }
        var caution =
                "%s has several accounts with this domain: they may be subsidiaries."
                        .formatted(several);
        add(Rule.SAME_DOMAIN, BY_SHARED_DOMAIN, new Why(evidence, caution), one, other);
    }

    /// The source that has more than one of them; empty where none has.
    private static String several(List<KnownAccount> block) {
        var seen = new HashSet<String>();
        return block.stream()
                .flatMap(it -> it.sources().stream().sorted())
                .filter(it -> !seen.add(it))
                .findFirst()
                .orElse("");
    }

    private void byName(List<KnownAccount> accounts) {
        var named =
                accounts.stream()
                        .map(it -> new Named(it, name(it).compact(), name(it)))
                        .filter(it -> !it.key().isEmpty())
                        .toList();
        var same = named.stream().collect(groupingBy(Named::key, TreeMap::new, toList()));
        Pairs.each(same.values(), (one, other) -> sameName(one.account(), other.account()));
        var blocks = Trigrams.blocks(same.keySet());
        for (var block : blocks) {
            Pairs.each(
                    List.of(block),
                    (one, other) ->
                            likeName(
                                    same.getOrDefault(one, List.of()),
                                    same.getOrDefault(other, List.of())));
        }
    }

    private void sameName(KnownAccount one, KnownAccount other) {
        if (one.isRelated(other)) {
            return;
        }
        var evidence =
                one.name().equals(other.name())
                        ? "Both are called %s.".formatted(one.name())
                        : "But for the way it is written they have one name: %s and %s."
                                .formatted(one.name(), other.name());
        var caution = caution(one, other);
        var confidence = caution.isEmpty() ? BY_NAME : DOUBTFUL;
        add(Rule.SAME_NAME, confidence, new Why(evidence, caution), one, other);
    }

    private static String caution(KnownAccount one, KnownAccount other) {
        if (!one.domain().isEmpty()
                && !other.domain().isEmpty()
                && !one.domain().equals(other.domain())) {
            return "Their domains differ: %s and %s.".formatted(one.domain(), other.domain());
        }
        return one.sharesSource(other)
                ? "%s keeps them as two accounts.".formatted(called(one))
                : "";
    }

    /// Names that are alike are worth a look only where nothing speaks against it.
    private void likeName(List<Named> some, List<Named> others) {
        var one = some.getFirst();
        var other = others.getFirst();
        double likeness = one.name().likeness(other.name());
        if (likeness == 0
                || one.account().isRelated(other.account())
                || !caution(one.account(), other.account()).isEmpty()) {
            return;
        }
        var evidence =
                "The names are alike to %.0f of 100: %s and %s."
                        .formatted(
                                Math.floor(likeness * 100),
                                one.account().name(),
                                other.account().name());
        add(Rule.LIKE_NAME, BY_LIKE_NAME, new Why(evidence, ""), one.account(), other.account());
    }

    private void add(Rule rule, double confidence, Why why, KnownAccount one, KnownAccount other) {
        pairs.add(Pair.of(Kind.ACCOUNT, rule, confidence, why, one.id(), other.id()));
    }

    private CompanyName name(KnownAccount account) {
        return names.getOrDefault(account.id(), new CompanyName(List.of()));
    }

    private boolean sameDomain(KnownAccount one, KnownAccount other) {
        return one.domain().equals(other.domain())
                && !one.domain().isEmpty()
                && !freeMail.names(one.domain());
    }

    private static String called(KnownAccount account) {
        return account.origins().getFirst().sourceSystem();
    }
}
