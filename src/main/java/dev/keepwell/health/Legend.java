package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What each colour is called and means to the people who act on it. A letter stands beside every
/// colour, for those who do not see it, so no two may share one.
public record Legend(Map<Band, Entry> entries) {

    /// One colour: its letter, and what it means that an account has it.
    public record Entry(String letter, String means) {

        public Entry {
            if (letter.codePointCount(0, letter.length()) != 1 || means.isBlank()) {
                throw refused("A band has one letter and says what it means");
            }
        }
    }

    static final Legend DEFAULT =
            new Legend(
                    Map.of(
                            Band.GREEN, new Entry("G", "Value is reached, and people stay."),
                            Band.YELLOW, new Entry("Y", "Something is missing: look into it."),
                            Band.RED, new Entry("R", "The renewal is at risk: act now."),
                            Band.GREY, new Entry("–", "Too little is known to judge.")));

    public Legend {
        var copy = new EnumMap<Band, Entry>(Band.class);
        copy.putAll(entries);
        for (var band : Band.values()) {
            if (!copy.containsKey(band)) {
                throw refused("The legend lacks " + band.word());
            }
        }
        if (copy.values().stream().map(Entry::letter).distinct().count() < copy.size()) {
            throw refused("Each band has a letter of its own");
        }
        entries = Collections.unmodifiableMap(copy);
    }

    public String letter(Band band) {
        return entry(band).letter();
    }

    public String means(Band band) {
        return entry(band).means();
    }

    /// The same with another word on one band.
    Legend with(Band band, Entry entry) {
        var copy = new EnumMap<Band, Entry>(entries);
        copy.put(band, entry);
        return new Legend(copy);
    }

    private Entry entry(Band band) {
        var entry = entries.get(band);
        if (entry == null) {
            throw new IllegalStateException("A legend has every band.");
        }
        return entry;
    }

    private static Refusal refused(String rule) {
        return Refusal.invalid("model_bands", rule + ".");
    }
}
