package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is, and as whom to go there.
record DatabaseUrl(String jdbc, String user, String password) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:([^:@/?]*)(?::([^@/?]*))?@)?"
                            + "([^/?@]+)/([^?]+)(?:\\?(.*))?");

    /// Reads `jdbc:postgresql://host/db?user=…&password=…` and `postgres://user:password@host/db`.
    static DatabaseUrl parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw malformed("it is neither of the two forms");
        }
        var query = form.group(5) == null ? "" : form.group(5);
        var user = form.group(1) == null ? parameter(query, "user") : decoded(form.group(1));
        var password =
                form.group(2) == null ? parameter(query, "password") : decoded(form.group(2));
        if (user.isEmpty() || password.isEmpty()) {
            throw malformed("the user or the password is missing");
        }
        var jdbc = "jdbc:postgresql://" + form.group(3) + "/" + form.group(4) + rest(query);
        return new DatabaseUrl(jdbc, user, password);
    }

    static DatabaseUrl local(int port, String user, String password) {
        return new DatabaseUrl(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), user, password);
    }

    /// The database's name without its server.
    String database() {
        return decoded(
                jdbc.replaceFirst("^jdbc:postgresql://[^/]+/", "").replaceFirst("\\?.*", ""));
    }

    DatabaseUrl as(String otherUser, String otherPassword) {
        return new DatabaseUrl(jdbc, otherUser, otherPassword);
    }

    PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbc);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("keepwell");
        return source;
    }

    Connection connect() throws SQLException {
        return source().getConnection();
    }

    /// Without the password, so that it can be logged.
    @Override
    public String toString() {
        return jdbc + " as " + user;
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query.split("&"))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> decoded(it.substring(name.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String rest(String query) {
        var kept =
                Arrays.stream(query.split("&"))
                        .filter(it -> !it.isEmpty())
                        .filter(it -> !it.startsWith("user=") && !it.startsWith("password="))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    /// A plus sign is a plus sign here, unlike in a form.
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Refusal malformed(String what) {
        return Refusal.configuration(
                "database_url",
                """
                KEEPWELL_DATABASE_URL is postgres://user:password@host:port/database or \
                jdbc:postgresql://host:port/database?user=…&password=…, but %s.\
                """
                        .formatted(what));
    }
}
