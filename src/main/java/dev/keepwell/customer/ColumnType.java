package dev.keepwell.customer;

import dev.keepwell.source.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/// What a column may hold. Each type knows one canonical text for each value, so that two ways of
/// writing the same thing are the same thing.
enum ColumnType {
    /// The source's own name for the row. It is kept as `source_id`, not as a column.
    ID("text"),
    TEXT("text"),
    WORD("text"),
    VERB("text"),
    QUARTER("text"),
    REFERENCE("text"),
    CURRENCY("text"),
    COUNTRY("text"),
    /// The host that a company's mail and web addresses end with.
    DOMAIN("text"),
    INTEGER("bigint"),
    NUMBER("numeric"),
    MONEY("numeric(19,4)"),
    DATE("date"),
    INSTANT("timestamp with time zone"),
    BOOLEAN("boolean"),
    /// Computed when the row arrives, never sent.
    MONTHLY_AMOUNT("numeric(38,4)"),
    /// The same before discounts.
    MONTHLY_LIST_AMOUNT("numeric(38,4)");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    boolean isSent() {
        return this != MONTHLY_AMOUNT && this != MONTHLY_LIST_AMOUNT;
    }

    boolean isStored() {
        return this != ID;
    }

    /// How a file may write it.
    Vocabulary.Kind kind() {
        return switch (this) {
            case INTEGER, NUMBER, MONEY, MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT ->
                    Vocabulary.Kind.NUMBER;
            case DATE -> Vocabulary.Kind.DAY;
            case INSTANT -> Vocabulary.Kind.INSTANT;
            case ID, TEXT, WORD, VERB, QUARTER, REFERENCE, CURRENCY, COUNTRY, DOMAIN, BOOLEAN ->
                    Vocabulary.Kind.OTHER;
        };
    }

    String canonical(String text, Moments moments) {
        return switch (this) {
            case ID, TEXT, REFERENCE -> text;
            case WORD -> Words.word(text);
            case VERB -> Words.verb(text);
            case QUARTER -> Words.quarter(text);
            case CURRENCY -> Words.currency(text);
            case COUNTRY -> Countries.code(text);
            case DOMAIN -> Domains.domain(text);
            case BOOLEAN -> Words.truth(text);
            case INTEGER -> Numbers.integer(text);
            case NUMBER -> Numbers.number(text);
            case MONEY -> Numbers.money(text);
            case DATE -> moments.day(text).toString();
            case INSTANT -> moments.instant(text).toString();
            case MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT ->
                    throw new IllegalStateException("A computed value was sent.");
        };
    }

    /// Compares two canonical texts of dates or instants.
    int compare(String a, String b) {
        return this == DATE
                ? LocalDate.parse(a).compareTo(LocalDate.parse(b))
                : Instant.parse(a).compareTo(Instant.parse(b));
    }

    static ColumnType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
