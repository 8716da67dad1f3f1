package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.quality.Qualities;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How good the data of a workspace is.
@RestController
class QualityController {

    private final Qualities qualities;

    QualityController(Qualities qualities) {
        this.qualities = qualities;
    }

    @GetMapping("/api/v1/quality")
    QualityAnswer quality(WorkspaceId workspace) {
        return QualityAnswer.of(qualities.of(workspace), qualities.events(workspace));
    }
}
