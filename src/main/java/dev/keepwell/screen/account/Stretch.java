package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;

/// How far back a line goes.
public enum Stretch {
    QUARTER("90d", "90 days") {
        @Override
        LocalDate before(LocalDate day) {
            return day.minusDays(90);
        }
    },
    YEAR("13m", "13 months") {
        @Override
        LocalDate before(LocalDate day) {
            return day.minusMonths(13);
        }
    };

    private final String word;
    private final String title;

    Stretch(String word, String title) {
        this.word = word;
        this.title = title;
    }

    abstract LocalDate before(LocalDate day);

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    static Stretch named(String word) {
        for (var it : values()) {
            if (it.word.equals(word)) {
                return it;
            }
        }
        throw Refusal.invalid("range", "A range is 90d or 13m, but got '%s'.".formatted(word));
    }
}
