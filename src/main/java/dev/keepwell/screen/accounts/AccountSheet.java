package dev.keepwell.screen.accounts;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.frame.SheetDownload;
import dev.keepwell.screen.portfolio.Asked;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
        return Stream.concat(
                        Stream.of(entry.account().value(), entry.reference()),
                        columns.stream().flatMap(it -> cells(it, entry).stream()))
                .toList();
    }

    private static List<@Nullable Object> cells(Column column, Entry entry) {
        var use = entry.use();
        var score = entry.standing().score();
        return switch (column) {
            case ACCOUNT -> cells(entry.name());
            case HEALTH -> health(score);
            case CHANGE -> cells(entry.standing().delta30());
            case MRR -> cells(entry.revenue().mrr());
            case RENEWAL -> cells(entry.revenue().renewalOn());
            case OWNER -> cells(entry.traits().csm());
            case PULSE -> pulse(entry);
            case TOUCH ->
                    cells(entry.care().touch() instanceof Entry.Touch.On on ? on.day() : null);
            case COVERAGE -> coverage(score);
            case USAGE -> cells(use.dauMau());
            case LICENCES -> cells(use.seatsUsed(), use.seatsBought());
            case NPS -> cells(entry.care().nps());
            case OVERDUE -> cells(entry.revenue().overdueDays());
            case SPONSOR -> cells(entry.care().sponsor());
        };
    }

    private static List<@Nullable Object> cells(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static List<@Nullable Object> health(Entry.Score score) {
        return switch (score) {
            case Entry.Score.Scored it -> cells(it.published(), it.band().word());
            case Entry.Score.Grey _ -> cells(null, "grey");
            case Entry.Score.NotJudged _ -> cells(null, null);
        };
    }

    private static List<@Nullable Object> coverage(Entry.Score score) {
        return switch (score) {
            case Entry.Score.Scored it -> cells(it.coverage());
            case Entry.Score.Grey it -> cells(it.coverage());
            case Entry.Score.NotJudged _ -> cells((Object) null);
        };
    }

    private static List<@Nullable Object> pulse(Entry entry) {
        var pulse = entry.care().pulse();
        return cells(pulse == null ? null : pulse.colour().word());
    }
}
