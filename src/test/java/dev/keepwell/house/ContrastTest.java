package dev.keepwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whether what is written can be read: the contrast of each pair of colours, by the formula of the
/// WCAG.
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double MARK = 3.0;

    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*#([0-9A-Fa-f]{6})");

    /// Text, and what it is written on.
    private static final List<String> TEXTS =
            List.of(
                    "text-1 bg-surface",
                    "text-1 bg-canvas",
                    "text-1 bg-hover",
                    "text-1 bg-selected",
                    "text-2 bg-surface",
                    "text-2 bg-canvas",
                    "text-2 bg-sunken",
                    "text-3 bg-surface",
                    "text-link bg-surface",
                    "text-link bg-canvas",
                    "text-link bg-selected",
                    "on-accent accent",
                    "on-danger danger",
                    "info-text info-bg",
                    "hg-text hg-bg",
                    "hy-text hy-bg",
                    "hr-text hr-bg",
                    "hn-text hn-bg",
                    "hg-on hg-fill",
                    "hy-on hy-fill",
                    "hr-on hr-fill",
                    "hr-text bg-surface",
                    "axis bg-surface");

    /// Marks that carry a meaning, and what they are drawn on.
    private static final List<String> MARKS =
            List.of(
                    "hg-fill bg-surface",
                    "hy-fill bg-surface",
                    "hr-fill bg-surface",
                    "hn-line bg-surface",
                    "border-control bg-surface",
                    "focus-ring bg-surface",
                    "c1 bg-surface",
                    "accent bg-surface");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everything_can_be_read(String theme) throws IOException {
        var tokens = tokens(theme);

        var pale = new ArrayList<String>();
        TEXTS.forEach(it -> addPale(pale, tokens, it, TEXT));
        MARKS.forEach(it -> addPale(pale, tokens, it, MARK));

        assertThat(pale).isEmpty();
    }

    private static void addPale(
            List<String> pale, Map<String, Integer> tokens, String pair, double least) {
        var names = pair.split(" ");
        var contrast = contrast(tokens.get(names[0]), tokens.get(names[1]));
        if (contrast < least) {
            pale.add("%s: %.2f".formatted(pair, contrast));
        }
    }

    private static Map<String, Integer> tokens(String theme) throws IOException {
        var css = Files.readString(Path.of("src/main/resources/static/tokens.css"));
        var start = css.indexOf("[data-theme=\"" + theme + "\"]");
        var tokens = new HashMap<String, Integer>();
        var found = TOKEN.matcher(css.substring(start, css.indexOf("\n}", start)));
        while (found.find()) {
            tokens.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return tokens;
    }

    private static double contrast(int a, int b) {
        var lighter = Math.max(luminance(a), luminance(b));
        var darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16)
                + 0.7152 * linear(colour >> 8)
                + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        var share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
