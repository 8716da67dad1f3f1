package dev.keepwell.source.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How the cells of a workbook show their numbers, which alone tells a day from a number.
final class CellFormats {

    private enum Kind {
        NUMBER,
        DAY,
        MOMENT,
        TIME
    }

    static final CellFormats NONE = new CellFormats(List.of());

    /// What a format shows as it is, and what only colours or pads it.
    private static final Pattern LITERAL =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hHmMsS]+\\])[^\\]]*\\]");

    /// The formats that every workbook has without saying so.
    private static final Map<Integer, Kind> KNOWN = known();

    /// A workbook calculates with fifteen digits; what it writes behind them is noise.
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int DAYS_MAX = 2_958_465;

    /// The day 29 February 1900, which Excel has and the calendar has not.
    private static final int NO_DAY = 60;

    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final List<Kind> styles;

    private CellFormats(List<Kind> styles) {
        this.styles = List.copyOf(styles);
    }

    static CellFormats read(XmlPart xml) {
        var own = new HashMap<Integer, Kind>();
        var styles = new ArrayList<Kind>();
        while (xml.toElement("numFmt", "cellXfs")) {
            if (xml.isAt("numFmt")) {
                own.put(number(xml.attribute("numFmtId")), kind(xml.attribute("formatCode")));
            } else {
                while (xml.toElementWithin("cellXfs", "xf")) {
                    int id = number(xml.attribute("numFmtId"));
                    styles.add(own.getOrDefault(id, KNOWN.getOrDefault(id, Kind.NUMBER)));
                }
            }
        }
        return new CellFormats(styles);
    }

    private static Map<Integer, Kind> known() {
        var known = new HashMap<Integer, Kind>();
        for (int id : new int[] {14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57}) {
            known.put(id, Kind.DAY);
        }
        known.put(58, Kind.DAY);
        known.put(22, Kind.MOMENT);
        for (int id : new int[] {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56}) {
            known.put(id, Kind.TIME);
        }
        return known;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Kind kind(String code) {
        var positive =
                LITERAL.matcher(code).replaceAll("").split(";", 2)[0].toLowerCase(Locale.ROOT);
        boolean time = positive.indexOf('h') >= 0 || positive.indexOf('s') >= 0;
        boolean day = positive.indexOf('y') >= 0 || positive.indexOf('d') >= 0;
        if (day) {
            return time ? Kind.MOMENT : Kind.DAY;
        }
        if (time) {
            return Kind.TIME;
        }
        // A month alone, as in mmm; in m:ss it would be minutes.
        return positive.indexOf('m') >= 0 && !positive.contains("general") ? Kind.DAY : Kind.NUMBER;
    }

    /// The value of a cell of numbers as text: a number, or what its format shows of it.
    String text(String raw, int style, Layout layout, boolean from1904) {
        var kind = style >= 0 && style < styles.size() ? styles.get(style) : Kind.NUMBER;
        try {
            return kind == Kind.NUMBER
                    ? Plain.number(rounded(raw), layout.decimal())
                    : shown(raw, kind, layout, from1904);
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static String rounded(String raw) {
        if (raw.chars().allMatch(it -> (it >= '0' && it <= '9') || it == '-')) {
            return raw;
        }
        var number = new BigDecimal(raw);
        if (Math.abs((long) number.scale()) > Plain.SCALE_MAX) {
            return raw;
        }
        var shortest = number.round(DIGITS).stripTrailingZeros();
        return shortest.toPlainString();
    }

    private static String shown(String raw, Kind kind, Layout layout, boolean from1904) {
        var serial = new BigDecimal(raw);
        boolean inCalendar =
                serial.signum() >= 0 && serial.compareTo(BigDecimal.valueOf(DAYS_MAX)) <= 0;
        long millis = inCalendar ? millis(serial) : -1;
        long days = Math.floorDiv(millis, MILLIS_PER_DAY);
        boolean isDay = from1904 || (days > 0 && days != NO_DAY);
        boolean isShown = kind == Kind.TIME ? days == 0 : isDay;
        if (!inCalendar || !isShown) {
            return Plain.number(rounded(raw), layout.decimal());
        }
        long ofDay = Math.floorMod(millis, MILLIS_PER_DAY);
        if (kind == Kind.TIME) {
            return time(ofDay);
        }
        var day = from1904 ? DAY_0_OF_1904.plusDays(days) : day(days);
        return kind == Kind.DAY && ofDay == 0 ? day.toString() : day + "T" + time(ofDay);
    }

    private static long millis(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(MILLIS_PER_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String time(long millis) {
        var time = LocalTime.ofNanoOfDay(millis * NANOS_PER_MILLI);
        return (millis % MILLIS_PER_SECOND == 0 ? SECONDS : MILLIS).format(time);
    }

    private static LocalDate day(long days) {
        return days < NO_DAY ? DAY_0.plusDays(days + 1) : DAY_0.plusDays(days);
    }
}
