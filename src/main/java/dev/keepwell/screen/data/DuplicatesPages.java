package dev.keepwell.screen.data;

import dev.keepwell.customer.Accounts;
import dev.keepwell.customer.identity.Duplicates;
import dev.keepwell.customer.identity.Identities;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.Merge;
import dev.keepwell.customer.identity.Merges;
import dev.keepwell.customer.identity.Pair;
import dev.keepwell.customer.identity.Part;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts the queue of duplicates together for people.
@Component
final class DuplicatesPages {

    private static final int PAIRS = 20;
    private static final int MERGES = 50;

    private final Duplicates duplicates;
    private final Merges merges;
    private final Identities identities;
    private final Accounts accounts;
    private final LivePages live;

    DuplicatesPages(
            Duplicates duplicates,
            Merges merges,
            Identities identities,
            Accounts accounts,
            LivePages live) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.identities = identities;
        this.accounts = accounts;
        this.live = live;
    }

    /// `done` is the merge that was just made or taken back, or says that two were told apart.
    DuplicatesPage of(WorkspaceId workspace, String done) {
        var pairs = duplicates.of(workspace);
        var shown = pairs.stream().limit(PAIRS).toList();
        var made = merges.list(workspace, MERGES);
        var parts = parts(workspace, shown, made);
        var names = names(workspace, parts.values());
        var rows = shown.stream().flatMap(it -> row(it, parts, names).stream()).toList();
        var place = live.place(workspace);
        return new DuplicatesPage(
                rows,
                rows.size() < shown.size() ? rows.size() : pairs.size(),
                made.stream().map(it -> MergeRow.of(it, parts, place)).toList(),
                done(done, made, parts).orElse(null));
    }

    private static Optional<DuplicateRow> row(
            Pair pair, Map<String, Part> parts, Map<String, String> names) {
        var one = parts.get(pair.first());
        var other = parts.get(pair.second());
        return one == null || other == null
                ? Optional.empty()
                : Optional.of(DuplicateRow.of(pair, one, other, names));
    }

    private static Optional<DuplicatesPage.Done> done(
            String done, List<Merge> made, Map<String, Part> parts) {
        if (done.equals(DuplicatesController.APART)) {
            return Optional.of(
                    new DuplicatesPage.Done(
                            "These two are not one, and are not shown again.", null));
        }
        return made.stream()
                .filter(it -> it.id().equals(done))
                .findFirst()
                .map(it -> {
                    var loser = MergeRow.Name.of(it.pairing().loser(), parts).text();
                    var survivor = MergeRow.Name.of(it.pairing().survivor(), parts).text();
                    return it.isInForce()
                            ? new DuplicatesPage.Done(
                                    "%s is now part of %s.".formatted(loser, survivor), it.id())
                            : new DuplicatesPage.Done(
                                    "%s stands for itself again.".formatted(loser), null);
                });
    }

    private Map<String, Part> parts(WorkspaceId workspace, List<Pair> pairs, List<Merge> made) {
        var parts = new HashMap<String, Part>();
        for (var kind : Kind.values()) {
            var ofPairs =
                    pairs.stream()
                            .filter(it -> it.kind() == kind)
                            .flatMap(it -> Stream.of(it.first(), it.second()));
            var ofMerges =
                    made.stream()
                            .map(Merge::pairing)
                            .filter(it -> it.kind() == kind)
                            .flatMap(it -> Stream.of(it.loser(), it.survivor()));
            var ids = Stream.concat(ofPairs, ofMerges).distinct().toList();
            identities.parts(workspace, kind, ids).forEach(it -> parts.put(it.id(), it));
        }
        return parts;
    }

    private Map<String, String> names(WorkspaceId workspace, Collection<Part> parts) {
        var ids =
                parts.stream()
                        .flatMap(it ->
                                Stream.of("account_id", "parent_id")
                                        .map(it.fields()::get)
                                        .filter(Objects::nonNull))
                        .distinct()
                        .map(AccountId::new)
                        .toList();
        var names = new HashMap<String, String>();
        accounts.of(workspace, ids).forEach((id, account) -> names.put(id.value(), account.name()));
        return names;
    }
}
