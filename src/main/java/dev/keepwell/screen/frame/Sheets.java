package dev.keepwell.screen.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Draws templates. A template gets what it asks for of what there is to show, and the frame if it
/// asks for one.
@Component
public class Sheets {

    private final TemplateEngine templates;
    private final Frames frames;

    Sheets(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    boolean has(String name) {
        return templates.hasTemplate(file(name));
    }

    /// The page of this name.
    public Utf8ByteOutput draw(String name, Map<String, ?> things, HttpServletRequest request) {
        var asked = templates.getParamInfo(file(name)).keySet();
        var shown = new HashMap<String, Object>(things);
        shown.keySet().retainAll(asked);
        if (asked.contains("frame")) {
            shown.put("frame", frames.of(request));
        }
        var page = new Utf8ByteOutput();
        templates.render(file(name), shown, page);
        return page;
    }

    private static String file(String name) {
        return name + ".jte";
    }
}
