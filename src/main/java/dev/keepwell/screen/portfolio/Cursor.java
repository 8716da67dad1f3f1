package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where a page ended: the sorted-by values of a row and its id. What is inserted or taken away
/// elsewhere does not move it.
record Cursor(String sort, boolean isBefore, List<@Nullable String> values, String account) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Cursor at(ResultSet row, List<Order> sort, boolean isBefore) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (var order : sort) {
            values.add(row.getString(order.field().column()));
        }
        return new Cursor(Order.text(sort), isBefore, values, row.getString("account_id"));
    }

    String text() {
        var bytes = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Cursor parse(String text, List<Order> sort) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var cursor = JSON.readValue(json, Cursor.class);
            if (cursor.sort.equals(Order.text(sort))
                    && cursor.values.size() == sort.size()
                    && !json.contains("\\u0000")
                    && !cursor.account.isEmpty()) {
                cursor.typed(sort);
                return cursor;
            }
        } catch (IllegalArgumentException
                | NullPointerException
                | DateTimeException
                | JacksonException e) {
            // Not a cursor at all: the same answer as for one of another sort.
        }
        throw Refusal.invalid(
                "cursor",
                "A cursor is the next_cursor or previous_cursor of an earlier answer with the same"
                        + " sort. Start without one.");
    }

    /// The values as the database compares them.
    List<@Nullable Object> typed(List<Order> sort) {
        var typed = new ArrayList<@Nullable Object>();
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            typed.add(value == null ? null : typed(sort.get(i).field().kind().type(), value));
        }
        return typed;
    }

    private static Object typed(Field.Type type, String value) {
        return switch (type) {
            case TEXT -> value;
            case WHOLE -> Integer.valueOf(value);
            case FRACTION -> Double.valueOf(value);
            case DAY -> LocalDate.parse(value);
            case FLAG -> value.equals("t");
        };
    }
}
