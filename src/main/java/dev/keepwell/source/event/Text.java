package dev.keepwell.source.event;

/// What no text of ours may hold: PostgreSQL keeps no NUL, and half a surrogate is no character.
final class Text {

    private Text() {}

    static boolean isBad(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == 0) {
                return true;
            }
            if (Character.isSurrogate(sign)) {
                boolean isPair =
                        Character.isHighSurrogate(sign)
                                && i + 1 < text.length()
                                && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
