package dev.keepwell.customer;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Event;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Notes what events say of who is who and who belongs where. A fact decides later what follows,
/// because another event that says otherwise may still be on its way.
record EventPeople(Session session, WorkspaceId workspace) {

    void add(List<Event> events) {
        for (var event : events) {
            switch (event.type()) {
                case GROUP -> group(event);
                case IDENTIFY -> link(event, event.who().anonymous());
                case ALIAS -> link(event, event.who().previous());
                case TRACK, PAGE, SCREEN -> {}
            }
        }
    }

    private void group(Event event) {
        var who = event.who();
        if (who.account() == null || (who.user() == null && who.anonymous() == null)) {
            return;
        }
        session.sql()
                .sql(
                        """
                        insert into customer.user_group (workspace_id, id, source_system,
                            message_id, user_ref, anonymous_ref, account_ref, occurred_at,
                            recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(workspace.value())
                .param(id(event, "ugr"))
                .param(event.id().source())
                .param(event.id().messageId())
                .param(who.user())
                .param(who.anonymous())
                .param(who.account())
                .param(event.times().occurredAt().atOffset(ZoneOffset.UTC))
                .param(event.times().receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void link(Event event, @Nullable String anonymous) {
        var user = event.who().user();
        if (user == null || anonymous == null || user.equals(anonymous)) {
            return;
        }
        session.sql()
                .sql(
                        """
                        insert into customer.user_link (workspace_id, id, source_system,
                            message_id, anonymous_ref, user_ref, occurred_at, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .param(workspace.value())
                .param(id(event, "uln"))
                .param(event.id().source())
                .param(event.id().messageId())
                .param(anonymous)
                .param(user)
                .param(event.times().occurredAt().atOffset(ZoneOffset.UTC))
                .param(event.times().receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private String id(Event event, String prefix) {
        return Fingerprint.of(workspace.value(), event.id().source(), event.id().messageId())
                .id(prefix);
    }
}
