package dev.keepwell.screen.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment where this workspace does its reporting: short for a list, exact for whoever points at
/// it, and as machines read it.
public record Clocked(String text, String exact, String machine) {

    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", LOCALE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", LOCALE);
    private static final DateTimeFormatter FAR = DateTimeFormatter.ofPattern("d MMM yyyy", LOCALE);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss.SSS", LOCALE);

    /// Where, and what day it is there.
    record Place(ZoneId zone, LocalDate today) {

        Clocked at(Instant instant) {
            var there = instant.atZone(zone);
            var day = there.toLocalDate();
            var format = day.equals(today) ? TIME : day.getYear() == today.getYear() ? DAY : FAR;
            return new Clocked(
                    format.format(there),
                    EXACT.format(there) + " " + zone.getId(),
                    instant.toString());
        }
    }
}
