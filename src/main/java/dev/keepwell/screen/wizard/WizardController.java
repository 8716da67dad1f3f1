package dev.keepwell.screen.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.ApiLimits;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Wizards;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The first two steps: the file and how it is written, then what its columns mean.
@Controller
class WizardController {

    static final String PATH = "/data/import";

    private final Wizards wizards;
    private final Imports imports;
    private final ImportList list;
    private final WizardPages pages;
    private final UploadPages uploads;
    private final MapPages maps;

    WizardController(
            Wizards wizards,
            Imports imports,
            ImportList list,
            WizardPages pages,
            UploadPages uploads,
            MapPages maps) {
        this.wizards = wizards;
        this.imports = imports;
        this.list = list;
        this.pages = pages;
        this.uploads = uploads;
        this.maps = maps;
    }

    /// An import that waits for its file.
    record Begun(String id) {}

    @GetMapping(PATH)
    String index(WorkspaceId workspace, Model page) {
        page.addAttribute("imports", list.of(workspace));
        return "wizard/index";
    }

    @PostMapping(PATH)
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(WorkspaceId workspace, @RequestParam(defaultValue = "csv") String source) {
        return new Begun(wizards.begin(workspace, source));
    }

    @PutMapping(PATH + "/{id}/files/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void upload(
            WorkspaceId workspace,
            @PathVariable String id,
            @PathVariable String name,
            InputStream content) {
        imports.upload(workspace, id, name, ApiLimits.bounded(content));
        wizards.meet(workspace, id, name);
    }

    @GetMapping(PATH + "/{id}")
    String furthest(WorkspaceId workspace, @PathVariable String id) {
        return "redirect:" + pages.furthest(workspace, id).of(id);
    }

    @GetMapping(PATH + "/{id}/upload")
    String file(WorkspaceId workspace, @PathVariable String id, Model page) {
        if (wizards.known(workspace, id).isReady()) {
            return "redirect:" + Step.CHECK.of(id);
        }
        page.addAttribute("wizard", pages.of(workspace, id, Step.UPLOAD, ""));
        page.addAttribute("it", uploads.of(workspace, id));
        return "wizard/upload";
    }

    /// How the file is written, and what its rows are.
    @PostMapping(PATH + "/{id}/upload")
    String describe(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form) {
        var layout = new LinkedHashMap<String, String>();
        wizards.known(workspace, id)
                .layout()
                .forEach((key, before) -> {
                    var value = form.getFirst("layout." + key);
                    layout.put(key, value == null ? before : value);
                });
        var kind = form.getFirst("kind");
        wizards.describe(workspace, id, kind == null ? "" : kind, Map.copyOf(layout));
        return "redirect:" + (form.containsKey("again") ? Step.UPLOAD : Step.MAP).of(id);
    }

    @PostMapping(PATH + "/{id}/ready")
    String adopt(WorkspaceId workspace, @PathVariable String id, @RequestParam String name) {
        wizards.adopt(workspace, id, name, Map.of());
        return "redirect:" + Step.CHECK.of(id);
    }

    @GetMapping(PATH + "/{id}/map")
    String columns(WorkspaceId workspace, @PathVariable String id, Model page) {
        if (wizards.known(workspace, id).isReady()) {
            return "redirect:" + Step.CHECK.of(id);
        }
        page.addAttribute("wizard", pages.of(workspace, id, Step.MAP, ""));
        page.addAttribute("it", maps.of(workspace, id));
        return "wizard/map";
    }

    @PostMapping(PATH + "/{id}/map")
    String map(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form) {
        maps.decide(workspace, id, form);
        return "redirect:" + Step.CHECK.of(id);
    }
}
