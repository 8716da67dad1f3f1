package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Titles;
import dev.keepwell.customer.identity.Identities;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.kernel.WorkspaceId;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds out what sources call an account.
@Component
final class KnownNames {

    private final Identities identities;
    private final Titles titles;

    KnownNames(Identities identities, Titles titles) {
        this.identities = identities;
        this.titles = titles;
    }

    KnownAs of(WorkspaceId workspace, Account account) {
        var identity = identities.of(workspace, Kind.ACCOUNT, account.id().value());
        var parents =
                identity.parts().stream()
                        .flatMap(it -> Stream.ofNullable(it.fields().get("parent_id")))
                        .toList();
        return KnownAs.of(identity, titles.of(workspace, Kind.ACCOUNT.word(), parents));
    }
}
