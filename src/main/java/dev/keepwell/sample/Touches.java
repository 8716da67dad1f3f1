package dev.keepwell.sample;

import java.util.List;

/// Writes when we and the people of an account spoke, and when we only tried to.
final class Touches {

    private static final double DAYS_IN_MONTH = 30;

    /// Longer ago than this, fewer than half of all conversations were written down.
    private static final int KEPT_BY_HAND = 380;

    /// How a conversation came about. One-way ones are ours alone.
    private record Way(String channel, String direction, String status) {

        boolean happened() {
            return status.equals("done");
        }
    }

    private final Scene scene;

    Touches(Scene scene) {
        this.scene = scene;
    }

    /// At most one on a day, with one of those who were there.
    void write(Journey journey, List<Contact> contacts, Chance chance) {
        if (journey.isNew()) {
            return;
        }
        int turn = 0;
        for (int ago = journey.firstDay(); ago >= journey.lastDay(); ago--) {
            if (!scene.calendar().isWorkday(ago) || !chance.happens(perWorkday(journey, ago))) {
                continue;
            }
            int day = ago;
            var there = contacts.stream().filter(it -> it.isThere(day)).toList();
            if (!there.isEmpty()) {
                var contact = there.get(turn++ % Math.min(there.size(), 5));
                write(journey, contact, ago, way(chance), chance);
            }
        }
    }

    /// We mean to speak four times a month, twice or three times; where things go well we do.
    private static double perWorkday(Journey journey, int ago) {
        double target =
                switch (journey.tier()) {
                    case "high_touch" -> 4;
                    case "low_touch" -> 2;
                    case null, default -> 3;
                };
        double mood = journey.mood(ago);
        boolean isSilent = journey.fate() instanceof Fate.Orphaned(int left) && ago < left;
        double kept = ago > KEPT_BY_HAND ? 0.4 : 1;
        return isSilent ? 0 : kept * target * (0.25 + 1.35 * mood) / DAYS_IN_MONTH * 7 / 5;
    }

    private static Way way(Chance chance) {
        double draw = chance.share();
        if (draw < 0.34) {
            var status =
                    chance.happens(0.88) ? "done" : chance.happens(0.6) ? "no_show" : "cancelled";
            return new Way("meeting", "outbound", status);
        }
        if (draw < 0.58) {
            return new Way("phone", "outbound", chance.happens(0.8) ? "done" : "voicemail");
        }
        if (draw < 0.64) {
            return new Way("chat", "inbound", "done");
        }
        return new Way("email", chance.happens(0.55) ? "inbound" : "outbound", "done");
    }

    private void write(Journey journey, Contact contact, int ago, Way way, Chance chance) {
        var id = "%s-t%d".formatted(journey.id(), ago);
        write(id, journey, contact, ago, way, chance);
    }

    private void write(
            String id, Journey journey, Contact contact, int ago, Way way, Chance chance) {
        boolean isMail = way.channel.equals("email");
        scene.add(
                Table.TOUCH,
                id,
                journey.id(),
                way.channel,
                way.direction,
                scene.at(ago, chance),
                way.status,
                false,
                isMail || !way.happened() ? null : chance.between(10, 60),
                journey.csm());
        scene.add(Table.TOUCH_CONTACT, id, contact.id());
        if (way.happened()) {
            scene.tally().touches(journey.id(), ago);
        }
    }

    /// A meeting or a call on a day that the story needs.
    void speak(Journey journey, Contact contact, int ago, String channel, boolean happened) {
        var way = new Way(channel, "outbound", happened ? "done" : "no_show");
        write(journey, contact, ago, way, Chance.of(ago, journey.id()));
    }
}
