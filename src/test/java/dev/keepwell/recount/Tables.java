package dev.keepwell.recount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Books written out as tables: for the engine as pictures, for an import as files.
final class Tables {

    /// A table with its columns and rows; a cell that is null is empty.
    record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {

        String picture() {
            return lines(" | ");
        }

        String csv() {
            return lines(",");
        }

        private String lines(String comma) {
            var lines = new ArrayList<>(List.of(String.join(comma, columns)));
            rows.forEach(row -> lines.add(row.stream().map(Table::cell).collect(joined(comma))));
            return String.join("\n", lines) + "\n";
        }

        private static java.util.stream.Collector<CharSequence, ?, String> joined(String comma) {
            return Collectors.joining(comma);
        }

        private static String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case Object other -> other.toString();
            };
        }
    }

    /// The key of a record has a name of its own, and some have no key beside what they say.
    private static final Map<String, String> KEYS =
            Map.of(
                    "account", "account_id",
                    "subscription_segment", "segment_id",
                    "invoice", "invoice_id",
                    "invoice_payment", "id",
                    "credit_note", "credit_note_id",
                    "contract", "contract_id",
                    "app_user", "user_id");

    /// What is called otherwise in a file, or is not in it.
    private static final Map<String, String> IMPORTED =
            Map.of(
                    "account_ref", "account_id",
                    "user_ref", "user_id",
                    "source_system", "",
                    "recorded_at", "",
                    "monthly_amount", "",
                    "monthly_list", "");

    private final List<Table> tables = new ArrayList<>();

    Tables(Books books) {
        customers(books);
        money(books);
        bills(books);
        contracts(books);
        people(books);
    }

    List<Table> all() {
        return tables;
    }

    /// As the engine takes them: records have ids of ours, which here are those of the source.
    Map<String, String> pictures() {
        var pictures = new LinkedHashMap<String, String>();
        for (var it : tables) {
            if (it.name().startsWith("usage_")) {
                pictures.put("lake." + it.name(), it.picture());
            } else {
                pictures.put("customer." + it.name(), sourced(it).picture());
            }
        }
        return pictures;
    }

    /// As an import takes them: without what the product works out for itself.
    static Table imported(Table table) {
        var names = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            var name = IMPORTED.getOrDefault(table.columns().get(i), table.columns().get(i));
            if (name.equals("id")) {
                name = KEYS.getOrDefault(table.name(), "");
            }
            if (!name.isEmpty()) {
                names.add(name);
                places.add(i);
            }
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : table.rows()) {
            var cells = new ArrayList<@Nullable Object>();
            places.forEach(place -> cells.add(row.get(place)));
            rows.add(cells);
        }
        return new Table(table.name(), names, rows);
    }

    /// A record carries the source that it came from.
    private static Table sourced(Table table) {
        var columns = new ArrayList<>(List.of("source_system", "source_id"));
        columns.addAll(table.columns());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var it : table.rows()) {
            var row = row("csv", it.getFirst());
            row.addAll(it);
            rows.add(row);
        }
        return new Table(table.name(), columns, rows);
    }

    private List<List<@Nullable Object>> table(String name, String columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        tables.add(new Table(name, List.of(columns.split(" ")), rows));
        return rows;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>();
        for (var it : cells) {
            row.add(it);
        }
        return row;
    }

    private void customers(Books books) {
        var accounts = table("account", "id name parent_id segment counts_as_logo");
        for (var it : books.accounts) {
            accounts.add(row(it.id(), it.id(), it.parent(), it.segment(), it.isLogo()));
        }
        var segments =
                table("account_segment_history", "id account_id segment valid_from valid_to");
        for (var it : books.segments) {
            var id = it.account() + it.from();
            segments.add(row(id, it.account(), it.group(), it.from(), it.to()));
        }
        var managers = table("csm_assignment", "id account_id role csm_id valid_from valid_to");
        for (var it : books.managers) {
            var id = it.account() + it.from();
            managers.add(row(id, it.account(), "csm", it.group(), it.from(), it.to()));
        }
    }

    private void money(Books books) {
        var prices =
                table(
                        "subscription_segment",
                        "id subscription_id account_id quantity unit_price"
                                + " pct_discount fixed_discount ccy interval_unit interval_count"
                                + " start_date end_date kind state reason_start reason_end"
                                + " monthly_amount monthly_list");
        for (var it : books.prices) {
            var due =
                    it.quantity()
                            .multiply(it.unitPrice())
                            .multiply(BigDecimal.ONE.subtract(it.percentOff()))
                            .subtract(it.amountOff());
            prices.add(
                    row(
                            it.id(),
                            it.subscription(),
                            it.account(),
                            it.quantity(),
                            it.unitPrice(),
                            it.percentOff(),
                            it.amountOff(),
                            it.currency(),
                            it.unit(),
                            it.count(),
                            it.start(),
                            it.end(),
                            it.kind(),
                            it.state(),
                            word(it.reasonStart()),
                            word(it.reasonEnd()),
                            MonthlyPrice.perMonth(due, it.unit(), it.count()),
                            MonthlyPrice.list(it)));
        }
        var rates = table("fx_rate", "id ccy rate_date rate_to_reporting");
        books.rates.forEach(
                it -> rates.add(row(it.currency() + it.day(), it.currency(), it.day(), it.rate())));
    }

    private void bills(Books books) {
        var invoices = table("invoice", "id account_id issued_on due_on total ccy status paid_on");
        for (var it : books.invoices) {
            invoices.add(
                    row(
                            it.id(),
                            it.account(),
                            it.issuedOn(),
                            it.dueOn(),
                            it.total(),
                            it.currency(),
                            it.status(),
                            it.paidOn()));
        }
        var payments = table("invoice_payment", "id invoice_id amount paid_on");
        books.payments.forEach(
                it -> payments.add(row(it.id(), it.invoice(), it.amount(), it.on())));
        var credits = table("credit_note", "id invoice_id amount issued_on");
        books.credits.forEach(it -> credits.add(row(it.id(), it.invoice(), it.amount(), it.on())));
        table("subscription_event", "id subscription_id type effective_date");
    }

    private void contracts(Books books) {
        var contracts =
                table(
                        "contract",
                        "id account_id start_date end_date arr ccy auto_renew"
                                + " renewed_from_contract_id signed_on outcome decided_on");
        for (var it : books.contracts) {
            contracts.add(
                    row(
                            it.id(),
                            it.account(),
                            it.start(),
                            it.end(),
                            it.arr(),
                            it.currency(),
                            it.autoRenews(),
                            word(String.join(";", it.renews())),
                            it.signedOn(),
                            it.outcome(),
                            it.decidedOn()));
        }
    }

    private void people(Books books) {
        var users = table("app_user", "id kind merged_into");
        books.users.forEach(it -> users.add(row(it.id(), it.kind(), it.mergedInto())));
        var licences =
                table("user_account", "id user_id account_id licence_type valid_from valid_to");
        for (var it : books.licences) {
            licences.add(
                    row(
                            it.user() + it.account(),
                            it.user(),
                            it.account(),
                            it.licence(),
                            it.from(),
                            it.to()));
        }
        var seats =
                table("seat_entitlement", "id account_id licence_type seats valid_from valid_to");
        for (var it : books.seats) {
            var id = it.account() + it.licence() + it.from();
            seats.add(row(id, it.account(), it.licence(), it.seats(), it.from(), it.to()));
        }
        table("feature", "id");
        var meanings =
                table("feature_event_map", "id event_name is_qualifying valid_from valid_to");
        for (var it : books.meanings) {
            var id = it.event() + it.from();
            meanings.add(row(id, it.event(), it.qualifies(), it.from(), it.to()));
        }
        var events =
                table(
                        "usage_event",
                        "source_system event_id account_ref user_ref event_name occurred_at"
                                + " event_count recorded_at");
        for (var it : books.events) {
            var at = it.at().toString().replace("T", " ").replace("Z", "");
            events.add(row("csv", it.id(), it.account(), it.user(), it.name(), at, it.count(), at));
        }
        table("usage_daily", "source_system account_ref user_ref day");
    }

    private static @Nullable String word(String text) {
        return text.isEmpty() ? null : text;
    }
}
