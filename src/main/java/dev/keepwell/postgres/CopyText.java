package dev.keepwell.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Rows in the text form of PostgreSQL's COPY, on their way into a table of the session.
///
/// PostgreSQL refuses COPY on tables with row-level security, so rows take this way round.
public final class CopyText {

    private final StringBuilder text = new StringBuilder();

    public void row(List<@Nullable String> values) {
        var separator = "";
        for (var value : values) {
            text.append(separator);
            separator = "\t";
            if (value == null) {
                text.append("\\N");
            } else {
                escape(value);
            }
        }
        text.append('\n');
    }

    int length() {
        return text.length();
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    public void into(Session session, String table) {
        try {
            session.connection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("Rows cannot be copied into " + table + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
