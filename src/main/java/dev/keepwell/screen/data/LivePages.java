package dev.keepwell.screen.data;

import dev.keepwell.customer.EventAccounts;
import dev.keepwell.customer.EventAccounts.Question;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Call;
import dev.keepwell.source.event.Calls;
import dev.keepwell.source.event.Event;
import dev.keepwell.workspace.Token;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Gathers the last calls with whose they are.
@Component
class LivePages {

    private static final int CALLS = 500;

    private final Calls calls;
    private final EventAccounts accounts;
    private final Tokens tokens;
    private final Workspaces workspaces;
    private final Clock clock;

    LivePages(
            Calls calls,
            EventAccounts accounts,
            Tokens tokens,
            Workspaces workspaces,
            Clock clock) {
        this.calls = calls;
        this.accounts = accounts;
        this.tokens = tokens;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    boolean isUnchanged(WorkspaceId workspace, String mark) {
        return calls.mark(workspace).equals(mark);
    }

    /// The mark comes first: what happens meanwhile is asked for again.
    LivePage of(WorkspaceId workspace, Narrowing narrowing) {
        var mark = calls.mark(workspace);
        var latest = calls.latest(workspace, CALLS);
        var place = place(workspace);
        var whose = whose(workspace, latest);
        var keys = keys(workspace);
        var rows =
                latest.stream()
                        .map(it ->
                                CallRow.of(
                                        it,
                                        place,
                                        whose.getOrDefault(it.id(), Whose.UNKNOWN),
                                        keys))
                        .toList();
        return LivePage.of(rows, narrowing, mark);
    }

    CallBody body(WorkspaceId workspace, String id) {
        return calls.find(workspace, id)
                .map(it -> CallBody.of(it, place(workspace)))
                .orElseThrow(() ->
                        Refusal.unknown("unknown_call", "This call is not kept any more. Reload."));
    }

    Clocked.Place place(WorkspaceId workspace) {
        var conventions = workspaces.conventionsOf(workspace);
        return new Clocked.Place(conventions.zone(), conventions.dayOf(clock.instant()));
    }

    private Map<String, Whose> whose(WorkspaceId workspace, List<Call> latest) {
        var ids = new ArrayList<String>();
        var events = new ArrayList<Event>();
        for (var call : latest) {
            var event = call.event();
            if (event != null) {
                ids.add(call.id());
                events.add(event);
            }
        }
        var answers = accounts.of(workspace, events.stream().map(LivePages::question).toList());
        var whose = new HashMap<String, Whose>();
        latest.stream()
                .filter(it -> it.event() == null && it.state() != Call.State.REFUSED)
                .forEach(it -> whose.put(it.id(), Whose.hinted(Hint.of(it, "userId"))));
        for (int i = 0; i < ids.size(); i++) {
            whose.put(ids.get(i), Whose.of(events.get(i), answers.get(i)));
        }
        return whose;
    }

    private static Question question(Event event) {
        var who = event.who();
        return new Question(
                event.id().source(),
                who.user(),
                who.anonymous(),
                who.account(),
                event.times().occurredAt());
    }

    private Map<String, String> keys(WorkspaceId workspace) {
        return tokens.list(workspace).stream()
                .filter(it -> !it.name().isBlank())
                .collect(Collectors.toMap(Token::id, Token::name));
    }
}
