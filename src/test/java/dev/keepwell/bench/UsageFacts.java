package dev.keepwell.bench;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import dev.keepwell.workspace.Workspaces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/// The facts about who used what, for some days.
record UsageFacts(Town town) {

    static final List<String> NAMES =
            List.of(
                    "fact.user_day",
                    "fact.account_day",
                    "fact.account_usage_day",
                    "fact.user_active",
                    "fact.feature_use");

    private static final Instant NOW = Instant.parse("2026-11-01T06:00:00Z");

    /// Builds them for every day from the first to the last.
    void build(LocalDate first, LocalDate last) {
        var conventions = town.bean(Workspaces.class).conventionsOf(WorkspaceId.DEFAULT);
        var days = new TreeSet<>(first.datesUntil(last.plusDays(1)).toList());
        var scope = new Scope(WorkspaceId.DEFAULT, conventions, NOW, days);
        try (var facts = town.bean(Warehouse.class).open(scope)) {
            facts.need(NAMES);
        }
    }
}
