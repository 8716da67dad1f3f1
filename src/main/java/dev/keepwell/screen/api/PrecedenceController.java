package dev.keepwell.screen.api;

import static java.util.Objects.requireNonNullElse;

import dev.keepwell.customer.identity.AutomaticMerging;
import dev.keepwell.customer.identity.Identities;
import dev.keepwell.customer.identity.Identity;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.Precedence;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Decides which source is believed for what, and tells for an account which one was.
@RestController
class PrecedenceController {

    private static final String PRECEDENCE = "/api/v1/identity/precedence";
    private static final String MATCHING = "/api/v1/identity/matching";

    /// For a field of a table, or all with `*`: the sources, the one that is believed first
    /// foremost.
    record Order(
            @Nullable String table,
            @Nullable String field,
            @Nullable List<String> sources,
            @Nullable String author) {}

    /// What is decided; elsewhere the source is believed that knew the record first.
    record Orders(List<Precedence.Order> data) {}

    /// Whether exact matches are merged without asking.
    record Matching(boolean automatic) {}

    /// One source's record of the account.
    record PartAnswer(String id, String ref, String name) {}

    /// An account with its records and where each field comes from.
    record Answer(String account, List<PartAnswer> parts, List<Identity.Field> fields) {}

    private final Precedence precedence;
    private final AutomaticMerging automatic;
    private final Joining joining;
    private final Identities identities;
    private final AccountRef ref;

    PrecedenceController(
            Precedence precedence,
            AutomaticMerging automatic,
            Joining joining,
            Identities identities,
            AccountRef ref) {
        this.precedence = precedence;
        this.automatic = automatic;
        this.joining = joining;
        this.identities = identities;
        this.ref = ref;
    }

    @GetMapping(PRECEDENCE)
    Orders precedence(WorkspaceId workspace) {
        return new Orders(precedence.list(workspace));
    }

    @PutMapping(PRECEDENCE)
    Orders decide(WorkspaceId workspace, Caller caller, @RequestBody Order order) {
        precedence.set(
                workspace,
                requireNonNullElse(order.table(), ""),
                requireNonNullElse(order.field(), Precedence.ANY),
                requireNonNullElse(order.sources(), List.of()),
                requireNonNullElse(order.author(), caller.name()));
        return precedence(workspace);
    }

    @GetMapping(MATCHING)
    Matching matching(WorkspaceId workspace) {
        return new Matching(automatic.isOn(workspace));
    }

    @PutMapping(MATCHING)
    Matching decide(WorkspaceId workspace, Caller caller, @RequestBody Matching wanted) {
        joining.mergeByItself(workspace, wanted.automatic(), caller.name());
        return matching(workspace);
    }

    @GetMapping({AccountRef.OURS + "/identity", AccountRef.THEIRS + "/identity"})
    Answer identity(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        var account = ref.find(workspace, path).id().value();
        var identity = identities.of(workspace, Kind.ACCOUNT, account);
        return new Answer(
                account,
                identity.parts().stream()
                        .map(it -> new PartAnswer(it.id(), it.origin().reference(), it.name()))
                        .toList(),
                identity.fields());
    }
}
