package dev.keepwell.recount;

import dev.keepwell.recount.Books.Account;
import dev.keepwell.recount.Books.Event;
import dev.keepwell.recount.Books.Invoice;
import dev.keepwell.recount.Books.Payment;
import dev.keepwell.recount.Books.Price;
import dev.keepwell.recount.Books.Seat;
import dev.keepwell.recount.Books.Seats;
import dev.keepwell.recount.Books.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of the sample company, read into books without help from the product.
final class SampleBooks {

    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"|([^,]*)");

    /// One row by the names of its columns; an empty cell is not in it.
    record Row(Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        @Nullable String find(String column) {
            return cells.get(column);
        }

        BigDecimal number(String column) {
            return new BigDecimal(cells.getOrDefault(column, "0"));
        }

        LocalDate day(String column) {
            return LocalDate.parse(text(column));
        }

        @Nullable LocalDate findDay(String column) {
            var text = find(column);
            return text == null ? null : LocalDate.parse(text);
        }
    }

    private final Path folder;

    SampleBooks(Path folder) {
        this.folder = folder;
    }

    Books read(ZoneId zone) {
        var books = new Books();
        for (var it : rows("account")) {
            books.accounts.add(new Account(it.text("account_id"), null, it.find("segment"), true));
        }
        rows("subscription_segment").forEach(it -> books.prices.add(price(it)));
        for (var it : rows("invoice")) {
            books.invoices.add(
                    new Invoice(
                            it.text("invoice_id"),
                            it.text("account_id"),
                            it.day("issued_on"),
                            it.day("due_on"),
                            it.number("total"),
                            it.text("ccy"),
                            it.text("status"),
                            null));
        }
        for (var it : rows("invoice_payment")) {
            books.payments.add(
                    new Payment(
                            it.text("id"),
                            it.text("invoice_id"),
                            it.number("amount"),
                            it.day("paid_on")));
        }
        people(books, zone);
        return books;
    }

    private static Price price(Row it) {
        return new Price(
                it.text("segment_id"),
                it.text("subscription_id"),
                it.text("account_id"),
                it.number("quantity"),
                it.number("unit_price"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                it.text("ccy"),
                it.text("interval_unit"),
                1,
                it.day("start_date"),
                it.findDay("end_date"),
                "recurring",
                it.text("state"),
                "",
                "");
    }

    private void people(Books books, ZoneId zone) {
        rows("app_user")
                .forEach(
                        it -> books.users.add(new User(it.text("user_id"), it.text("kind"), null)));
        for (var it : rows("user_account")) {
            books.licences.add(
                    new Seat(
                            it.text("user_id"),
                            it.text("account_id"),
                            it.find("licence_type"),
                            it.day("valid_from"),
                            it.findDay("valid_to")));
        }
        for (var it : rows("seat_entitlement")) {
            books.seats.add(
                    new Seats(
                            it.text("account_id"),
                            it.text("licence_type"),
                            it.number("seats").intValueExact(),
                            it.day("valid_from"),
                            it.findDay("valid_to")));
        }
        for (var it : rows("usage_daily")) {
            books.events.add(
                    new Event(
                            "",
                            it.text("account_id"),
                            it.text("user_id"),
                            "",
                            it.day("day").atTime(12, 0).atZone(zone).toInstant(),
                            it.number("event_count").intValueExact()));
        }
    }

    List<Row> rows(String table) {
        try {
            var lines = Files.readAllLines(folder.resolve(table + ".csv"));
            var names = cells(lines.getFirst());
            var rows = new ArrayList<Row>();
            for (var line : lines.subList(1, lines.size())) {
                var cells = cells(line);
                var row = new HashMap<String, String>();
                for (int i = 0; i < names.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        row.put(names.get(i), cells.get(i));
                    }
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = CELL.matcher(line);
        for (int at = 0; at <= line.length() && cell.find(at); at = cell.end() + 1) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
        }
        return cells;
    }
}
