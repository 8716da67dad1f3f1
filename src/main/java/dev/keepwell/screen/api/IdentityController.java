package dev.keepwell.screen.api;

import static java.util.Objects.requireNonNullElse;

import dev.keepwell.customer.identity.Duplicates;
import dev.keepwell.customer.identity.Identities;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.MergeOrder;
import dev.keepwell.customer.identity.Merges;
import dev.keepwell.customer.identity.Pair;
import dev.keepwell.customer.identity.Part;
import dev.keepwell.kernel.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tells which records may be one, joins them, and takes that back.
@RestController
class IdentityController {

    private static final String PATH = "/api/v1/identity";
    private static final int LIMIT_MAX = 500;

    /// Who is to count as whom, and why. Without an author the caller signs.
    record Order(
            @Nullable String kind,
            @Nullable String loser,
            @Nullable String survivor,
            @Nullable String reason,
            @Nullable String author) {}

    /// Two that are not one.
    record Apart(
            @Nullable String kind,
            @Nullable String first,
            @Nullable String second,
            @Nullable String author) {}

    /// The merge, and the job that judges the present day again; null where nothing was judged.
    record Done(MergeAnswer merge, @Nullable String job) {

        static Done of(Joining.Done it) {
            var job = it.job();
            return new Done(MergeAnswer.of(it.merge()), job == null ? null : job.value());
        }
    }

    /// Open pairs, the most certain first.
    record PairAnswers(List<PairAnswer> data, int total) {}

    /// The newest first.
    record MergeAnswers(List<MergeAnswer> data) {}

    private final Duplicates duplicates;
    private final Identities identities;
    private final Merges merges;
    private final Joining joining;

    IdentityController(
            Duplicates duplicates, Identities identities, Merges merges, Joining joining) {
        this.duplicates = duplicates;
        this.identities = identities;
        this.merges = merges;
        this.joining = joining;
    }

    @GetMapping(PATH + "/duplicates")
    PairAnswers duplicates(WorkspaceId workspace, @RequestParam(defaultValue = "100") int limit) {
        var all = duplicates.of(workspace);
        var shown = all.stream().limit(Math.clamp(limit, 1, LIMIT_MAX)).toList();
        var parts = parts(workspace, shown);
        return new PairAnswers(
                shown.stream().map(it -> PairAnswer.of(it, parts)).toList(), all.size());
    }

    private Map<String, Part> parts(WorkspaceId workspace, List<Pair> pairs) {
        var parts = new HashMap<String, Part>();
        for (var kind : Kind.values()) {
            var ids =
                    pairs.stream()
                            .filter(it -> it.kind() == kind)
                            .flatMap(it -> Stream.of(it.first(), it.second()))
                            .distinct()
                            .toList();
            identities.parts(workspace, kind, ids).forEach(it -> parts.put(it.id(), it));
        }
        return parts;
    }

    @PostMapping(PATH + "/told-apart")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tellApart(WorkspaceId workspace, Caller caller, @RequestBody Apart apart) {
        duplicates.tellApart(
                workspace,
                kind(apart.kind()),
                requireNonNullElse(apart.first(), ""),
                requireNonNullElse(apart.second(), ""),
                requireNonNullElse(apart.author(), caller.name()));
    }

    @GetMapping(PATH + "/merges")
    MergeAnswers merges(WorkspaceId workspace, @RequestParam(defaultValue = "100") int limit) {
        var all = merges.list(workspace, Math.clamp(limit, 1, LIMIT_MAX));
        return new MergeAnswers(all.stream().map(MergeAnswer::of).toList());
    }

    @PostMapping(PATH + "/merges")
    @ResponseStatus(HttpStatus.CREATED)
    Done merge(WorkspaceId workspace, Caller caller, @RequestBody Order order) {
        return Done.of(
                joining.merge(
                        workspace,
                        new MergeOrder(
                                kind(order.kind()),
                                requireNonNullElse(order.loser(), ""),
                                requireNonNullElse(order.survivor(), ""),
                                MergeOrder.BY_HAND,
                                requireNonNullElse(order.author(), caller.name()),
                                requireNonNullElse(order.reason(), ""))));
    }

    /// Takes a merge back; what was published stays.
    @DeleteMapping(PATH + "/merges/{id}")
    Done undo(
            WorkspaceId workspace,
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String author) {
        return Done.of(joining.undo(workspace, id, requireNonNullElse(author, caller.name())));
    }

    private static Kind kind(@Nullable String word) {
        return Kind.of(requireNonNullElse(word, Kind.ACCOUNT.word()));
    }
}
