package dev.keepwell.story;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A list of customers as a German spreadsheet saves it, with the defects that such lists have:
/// 1,284 rows between semicolons in Windows-1252, of which 46 are wrong, 12 stand twice, and three
/// tell an MRR that jumps. What is wrong, new and changed is decided here, not read back.
record DirtyFile(List<String> known, List<String> dirty, List<String> mended) {

    static final int ROWS = 1_284;
    static final int TWICE = 12;
    static final int MISSPELT = 31;
    static final int ODD = 3;
    static final int HOPELESS = 12;
    static final int NEW = 100;
    static final int JUMPS = 3;

    /// Accounts that stand already and are told again; some say something else.
    static final int KNOWN = ROWS - TWICE - NEW;

    static final int CHANGED = 200;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String HEADER = "Kundennummer;Firma;Land;Kunde seit;MRR;Segment;Betreuer";

    private record Row(
            int number, String name, String country, String since, String mrr, String segment) {

        String text() {
            return String.join(
                    ";", "K-" + number, name, country, since, mrr, segment, "jürgen.groß");
        }
    }

    static DirtyFile make() {
        var known = new ArrayList<String>();
        var dirty = new ArrayList<String>();
        var mended = new ArrayList<String>();
        known.add(HEADER);
        dirty.add(HEADER);
        mended.add(HEADER + ";_error_code;_error");
        for (int i = 0; i < KNOWN + NEW; i++) {
            var right = right(i);
            if (i < KNOWN) {
                known.add(right.text());
            }
            dirty.add(wrong(i, told(i, right)).text());
            if (isHopeless(i)) {
                mended.add(told(i, right).text() + ";mended;by hand");
            }
        }
        // The same line again, somewhere else.
        for (int i = 0; i < TWICE; i++) {
            dirty.add(700 + i * 3, dirty.get(20 + i));
        }
        return new DirtyFile(known, dirty, mended);
    }

    private static Row right(int i) {
        return new Row(
                1_000 + i,
                "Müller & Söhne %d GmbH".formatted(i),
                List.of("Deutschland", "Österreich", "Schweiz", "France").get(i % 4),
                LocalDate.of(2020, 1, 31).plusDays(i).format(DAY),
                "1.%03d,50".formatted(i % 1_000),
                List.of("Mittelstand", "Konzern").get(i % 2));
    }

    /// What the new list says of an account: some moved to another segment, three pay much more.
    private static Row told(int i, Row it) {
        var segment = i < CHANGED ? "Gold" : it.segment;
        var mrr = i >= 300 && i < 300 + JUMPS ? "9.999,00" : it.mrr;
        return new Row(it.number, it.name, it.country, it.since, mrr, segment);
    }

    private static Row wrong(int i, Row it) {
        if (i >= 400 && i < 400 + MISSPELT) {
            return new Row(it.number, it.name, "Deutchland", it.since, it.mrr, it.segment);
        }
        if (i >= 440 && i < 440 + ODD) {
            var day = "31.02.20" + (i - 420);
            return new Row(it.number, it.name, it.country, day, it.mrr, it.segment);
        }
        if (isHopeless(i)) {
            var nowhere = "Atlantis " + (i - KNOWN);
            return new Row(it.number, it.name, nowhere, it.since, it.mrr, it.segment);
        }
        return it;
    }

    private static boolean isHopeless(int i) {
        return i >= KNOWN && i < KNOWN + HOPELESS;
    }

    static byte[] bytes(List<String> lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(WESTERN);
    }

    static String text(byte[] bytes) {
        return new String(bytes, WESTERN);
    }
}
