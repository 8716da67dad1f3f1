package dev.keepwell.screen.data;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.quality.Qualities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How good the data is: what is late, missing, loose or turned, and which metrics it touches.
@Controller
class QualityPagesController {

    private static final String PATH = "/data/quality";
    private static final int LOOSE_SHOWN = 200;

    private final Qualities qualities;
    private final LivePages places;

    QualityPagesController(Qualities qualities, LivePages places) {
        this.qualities = qualities;
        this.places = places;
    }

    @GetMapping(PATH)
    String quality(
            WorkspaceId workspace, @RequestParam(defaultValue = "") String sort, Model page) {
        var order = FieldRow.Order.of(sort);
        var quality = qualities.of(workspace);
        page.addAttribute("page", QualityPage.of(quality, order, places.place(workspace)));
        return "data/quality";
    }

    @GetMapping(PATH + "/events")
    String events(WorkspaceId workspace, Model page) {
        page.addAttribute(
                "events", EventsPart.of(qualities.events(workspace), places.place(workspace)));
        return "data/quality_events";
    }

    @GetMapping(PATH + "/orphans/{table}/{column}")
    String orphans(
            WorkspaceId workspace,
            @PathVariable String table,
            @PathVariable String column,
            Model page) {
        var loose = qualities.loose(workspace, table, column, LOOSE_SHOWN);
        page.addAttribute("table", table);
        page.addAttribute("column", column);
        page.addAttribute("loose", LooseRow.of(loose, places.place(workspace)));
        return "data/orphans";
    }
}
