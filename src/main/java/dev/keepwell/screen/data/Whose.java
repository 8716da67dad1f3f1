package dev.keepwell.screen.data;

import dev.keepwell.customer.EventAccounts.Answer;
import dev.keepwell.source.event.Event;
import org.jspecify.annotations.Nullable;

/// To whom an event belongs, and which place of it said so.
///
/// @param address of the account's page; none as long as no account goes by it
public record Whose(
        String user, String userNote, String account, String from, @Nullable String address) {

    static final Whose UNKNOWN = new Whose("", "", "", "", null);

    public boolean isKnown() {
        return address != null;
    }

    /// Of an event that breaks a rule: only what it says of its user.
    static Whose hinted(String user) {
        return new Whose(user, "", "", "", null);
    }

    static Whose of(Event event, Answer answer) {
        var who = event.who();
        var sent = who.user() == null ? who.anonymous() : who.user();
        var user = answer.user() == null ? "" : answer.user();
        return new Whose(
                user,
                who.user() != null
                        ? ""
                        : user.equals(sent) ? "visitor" : "visitor " + sent + ", known by now",
                account(answer),
                from(who.accountFrom(), answer),
                answer.match() == null ? null : "/accounts/" + answer.match().id().value());
    }

    private static String account(Answer answer) {
        if (answer.match() != null) {
            return answer.match().name();
        }
        return answer.account() == null ? "No account" : answer.account();
    }

    private static String from(String place, Answer answer) {
        if (answer.account() == null) {
            return "orphan: nothing names one";
        }
        var said = answer.byGroupCall() ? "the user’s group call" : said(place);
        return answer.match() == null ? said + ", known to no source" : said;
    }

    private static String said(String place) {
        return place.equals("group") ? "this group call" : place;
    }
}
