package dev.keepwell.source.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What PostHog's SDKs send: everything is an event, and those with a dollar mean more.
record PostHog(Said said) implements Dialect {

    /// Of several kinds of groups, the one that is the customer.
    private static final List<String> ACCOUNTS =
            List.of("account", "company", "organization", "customer");

    @Override
    public Sense sense() {
        var event = said.name("event");
        if (event == null) {
            throw new Unfit(Reason.MISSING_NAME, said.at("event"));
        }
        var user = said.reference("distinct_id");
        var properties = said.below("properties");
        return switch (event) {
            case "$identify" -> sense(Event.Type.IDENTIFY, null, identified(user, properties));
            case "$groupidentify" -> sense(Event.Type.GROUP, null, grouped(user, properties));
            case "$create_alias" -> sense(Event.Type.ALIAS, null, aliased(user, properties));
            case "$pageview" -> sense(Event.Type.PAGE, event, placed(user, properties));
            case "$screen" -> sense(Event.Type.SCREEN, event, placed(user, properties));
            default -> sense(Event.Type.TRACK, event, placed(user, properties));
        };
    }

    private Sense sense(Event.Type type, @Nullable String name, Event.Who who) {
        return new Sense(
                type, name, who, said.find("timestamp"), said.at("timestamp"), "properties");
    }

    private static Event.Who identified(@Nullable String user, Said properties) {
        var anonymous = properties.reference("$anon_distinct_id");
        return new Event.Who(user, anonymous, null, null, "");
    }

    /// A group that is set without anybody in it is sent as if it were a user itself.
    private static Event.Who grouped(@Nullable String user, Said properties) {
        var type = properties.reference("$group_type");
        var group = properties.reference("$group_key");
        if (group == null) {
            throw new Unfit(Reason.MISSING_GROUP, properties.at("$group_key"));
        }
        var isItself = ("$" + type + "_" + group).equals(user);
        return new Event.Who(isItself ? null : user, null, null, group, "group");
    }

    private static Event.Who aliased(@Nullable String user, Said properties) {
        var previous = properties.reference("alias");
        if (previous == null) {
            throw new Unfit(Reason.MISSING_PREVIOUS, properties.at("alias"));
        }
        return new Event.Who(user, null, previous, null, "");
    }

    private static Event.Who placed(@Nullable String user, Said properties) {
        var groups = properties.below("$groups");
        for (var kind : ACCOUNTS) {
            var account = groups.reference(kind);
            if (account != null) {
                return new Event.Who(user, null, null, account, "properties.$groups");
            }
        }
        var account = properties.reference("account_id");
        return new Event.Who(
                user, null, null, account, account == null ? "" : "properties.account_id");
    }
}
