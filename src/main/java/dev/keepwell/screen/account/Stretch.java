package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

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

    /// Reads the word of an address.
    @Component
    static final class Reader implements Converter<String, Stretch> {

        @Override
        public Stretch convert(String word) {
            for (var it : values()) {
                if (it.word.equals(word)) {
                    return it;
                }
            }
            throw Refusal.invalid("range", "A range is 90d or 13m, but got '%s'.".formatted(word));
        }
    }
}
