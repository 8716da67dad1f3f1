package dev.keepwell.screen.accounts;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.frame.SheetDownload;
import dev.keepwell.screen.portfolio.Asked;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All accounts that match, as numbers and days for a spreadsheet.
@Component
final class AccountSheet {

    private final Portfolio portfolio;

    AccountSheet(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    SheetDownload of(WorkspaceId workspace, Address address) {
        var header = new ArrayList<>(List.of("id", "reference"));
        address.columns().forEach(it -> header.addAll(names(it)));
        var rows = new ArrayList<List<@Nullable Object>>();
        entries(workspace, address).forEach(it -> rows.add(row(it, address.columns())));
        return new SheetDownload("accounts", header, rows);
    }

    private List<Entry> entries(WorkspaceId workspace, Address address) {
        var entries = new ArrayList<Entry>();
        var cursor = (String) null;
        do {
            var asked =
                    new Asked(
                            address.search(),
                            address.filters(),
                            address.sort(),
                            cursor,
                            Accounts.LIMIT_MAX);
            var page = portfolio.page(workspace, asked);
            page.ifPresent(it -> entries.addAll(it.entries()));
            cursor = page.map(it -> it.next()).orElse(null);
        } while (cursor != null);
        return entries;
    }

    private static List<String> names(Column column) {
        return switch (column) {
            case HEALTH -> List.of("score", "band");
            case CHANGE -> List.of("change_30_days");
            case RENEWAL -> List.of("renewal_on");
            case TOUCH -> List.of("last_touch_on");
            case LICENCES -> List.of("seats_used", "seats_bought");
            case OVERDUE -> List.of("days_overdue");
            case ACCOUNT, MRR, OWNER, PULSE, COVERAGE, USAGE, NPS, SPONSOR ->
                    List.of(column.word());
        };
    }

    private static List<@Nullable Object> row(Entry entry, List<Column> columns) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(entry.account().value());
        cells.add(entry.reference());
        columns.forEach(it -> add(cells, it, entry));
        return cells;
    }

    private static void add(List<@Nullable Object> cells, Column column, Entry entry) {
        var use = entry.use();
        switch (column) {
            case ACCOUNT -> cells.add(entry.name());
            case HEALTH -> addHealth(cells, entry.standing().score());
            case CHANGE -> cells.add(entry.standing().delta30());
            case MRR -> cells.add(entry.revenue().mrr());
            case RENEWAL -> cells.add(entry.revenue().renewalOn());
            case OWNER -> cells.add(entry.traits().csm());
            case PULSE -> cells.add(pulse(entry));
            case TOUCH ->
                    cells.add(entry.care().touch() instanceof Entry.Touch.On on ? on.day() : null);
            case COVERAGE -> cells.add(coverage(entry.standing().score()));
            case USAGE -> cells.add(use.dauMau());
            case LICENCES -> {
                cells.add(use.seatsUsed());
                cells.add(use.seatsBought());
            }
            case NPS -> cells.add(entry.care().nps());
            case OVERDUE -> cells.add(entry.revenue().overdueDays());
            case SPONSOR -> cells.add(entry.care().sponsor());
        }
    }

    private static void addHealth(List<@Nullable Object> cells, Entry.Score score) {
        switch (score) {
            case Entry.Score.Scored it -> {
                cells.add(it.published());
                cells.add(it.band().word());
            }
            case Entry.Score.Grey _ -> {
                cells.add(null);
                cells.add("grey");
            }
            case Entry.Score.NotJudged _ -> {
                cells.add(null);
                cells.add(null);
            }
        }
    }

    private static @Nullable Double coverage(Entry.Score score) {
        return switch (score) {
            case Entry.Score.Scored it -> it.coverage();
            case Entry.Score.Grey it -> it.coverage();
            case Entry.Score.NotJudged _ -> null;
        };
    }

    private static @Nullable String pulse(Entry entry) {
        var pulse = entry.care().pulse();
        return pulse == null ? null : pulse.colour().word();
    }
}
