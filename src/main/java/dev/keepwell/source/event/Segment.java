package dev.keepwell.source.event;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The calls that Segment made common and RudderStack took over.
record Segment(Said said, Said shared, Route route) implements Dialect {

    private static final String CONTEXT_GROUP = "context.groupId";
    private static final String PROPERTY = "properties.account_id";
    private static final String GROUP = "group";

    @Override
    public Sense sense() {
        var type = type();
        var properties = said.below("properties");
        said.below("traits");
        var time = said.find("timestamp") == null ? "originalTimestamp" : "timestamp";
        return new Sense(
                type,
                name(type, properties),
                who(type, properties),
                said.find(time),
                said.at(time),
                type == Event.Type.IDENTIFY || type == Event.Type.GROUP ? "traits" : "properties");
    }

    private Event.Type type() {
        var sent = said.find("type");
        var word = route.type().isEmpty() ? sent == null ? "" : sent.asString("") : route.type();
        return Arrays.stream(Event.Type.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Unfit(Reason.UNKNOWN_TYPE, said.at("type")));
    }

    /// A page may have no name, and then it is called by where it is.
    private @Nullable String name(Event.Type type, Said properties) {
        return switch (type) {
            case TRACK -> {
                var name = said.name("event");
                if (name == null) {
                    throw new Unfit(Reason.MISSING_NAME, said.at("event"));
                }
                yield name;
            }
            case PAGE, SCREEN -> {
                var name = said.name("name");
                yield name == null ? properties.name("title") : name;
            }
            case IDENTIFY, GROUP, ALIAS -> null;
        };
    }

    private Event.Who who(Event.Type type, Said properties) {
        var user = said.reference("userId");
        var anonymous = said.reference("anonymousId");
        if (user == null && anonymous == null) {
            throw new Unfit(Reason.MISSING_USER, "");
        }
        if (type == Event.Type.GROUP) {
            var group = said.reference("groupId");
            if (group == null) {
                throw new Unfit(Reason.MISSING_GROUP, said.at("groupId"));
            }
            return new Event.Who(user, anonymous, null, group, GROUP);
        }
        var previous = type == Event.Type.ALIAS ? said.reference("previousId") : null;
        if (type == Event.Type.ALIAS && previous == null) {
            throw new Unfit(Reason.MISSING_PREVIOUS, said.at("previousId"));
        }
        return placed(user, anonymous, previous, properties);
    }

    private Event.Who placed(
            @Nullable String user,
            @Nullable String anonymous,
            @Nullable String previous,
            Said properties) {
        var own = said.below("context").reference("groupId");
        var group = own == null ? shared.reference("groupId") : own;
        if (group != null) {
            return new Event.Who(user, anonymous, previous, group, CONTEXT_GROUP);
        }
        var account = properties.reference("account_id");
        return new Event.Who(user, anonymous, previous, account, account == null ? "" : PROPERTY);
    }
}
