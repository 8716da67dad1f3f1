package dev.keepwell.screen.data;

import dev.keepwell.source.event.Call;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an event that breaks a rule still says, so that its sender recognises it.
final class Hint {

    private static final int CHARS_MAX = 100;

    private Hint() {}

    /// Empty when nothing readable stands there.
    static String of(Call call, String key) {
        try {
            var said = JsonMapper.shared().readTree(call.payload()).path(key);
            var text = said.isString() ? said.asString().strip() : "";
            return text.length() > CHARS_MAX ? text.substring(0, CHARS_MAX) + "…" : text;
        } catch (JacksonException e) {
            return "";
        }
    }
}
