package dev.keepwell.screen.account;

import tools.jackson.databind.json.JsonMapper;

/// Data inside a page, for the script that draws it. No text in it can end the element it is in.
final class Embedded {

    private Embedded() {}

    static String json(Object data) {
        return JsonMapper.shared().writeValueAsString(data).replace("<", "\\u003c");
    }
}
