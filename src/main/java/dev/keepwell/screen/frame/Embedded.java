package dev.keepwell.screen.frame;

import tools.jackson.databind.json.JsonMapper;

/// Data inside a page, for the script that draws it. No text in it can end the element it is in.
public final class Embedded {

    private Embedded() {}

    public static String json(Object data) {
        return JsonMapper.shared().writeValueAsString(data).replace("<", "\\u003c");
    }
}
