package dev.keepwell.screen.api;

import static java.util.stream.Collectors.toSet;

import dev.keepwell.customer.Titles;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Reading;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Tells what people call the entities that some readings of one grain are about.
@Component
public final class EntityNames {

    private final Titles titles;

    EntityNames(Titles titles) {
        this.titles = titles;
    }

    /// By the entity; what nobody gave a name is not in it.
    public Map<String, String> of(WorkspaceId workspace, List<Reading> readings) {
        return readings.isEmpty()
                ? Map.of()
                : titles.of(
                        workspace,
                        readings.getFirst().grain().table(),
                        readings.stream().map(Reading::entity).collect(toSet()));
    }
}
