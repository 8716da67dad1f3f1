package dev.keepwell.screen.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What of the calls somebody wants to see: those of one source, those that ended in one way.
public record Narrowing(@Nullable String source, @Nullable String show) {

    static final String PATH = "/data/live";

    public Narrowing {
        source = Objects.requireNonNullElse(source, "");
        show = Objects.requireNonNullElse(show, "");
    }

    boolean isOf(CallRow row) {
        return (text(source).isEmpty() || text(source).equals(row.sender().source()))
                && (text(show).isEmpty() || text(show).equals(row.outcome().key()));
    }

    boolean isShowing(String key) {
        return text(show).equals(key);
    }

    boolean isOfSource(String name) {
        return text(source).equals(name);
    }

    Narrowing withShow(String key) {
        return new Narrowing(source, key);
    }

    Narrowing withSource(String name) {
        return new Narrowing(name, show);
    }

    public boolean isNarrow() {
        return !text(source).isEmpty() || !text(show).isEmpty();
    }

    String address() {
        return PATH + query("?");
    }

    String refresh(String mark) {
        return PATH + "/calls?mark=" + mark + query("&");
    }

    private String query(String sign) {
        var query = new StringBuilder();
        append(query, "source", text(source));
        append(query, "show", text(show));
        return query.isEmpty() ? "" : sign + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append(query.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
