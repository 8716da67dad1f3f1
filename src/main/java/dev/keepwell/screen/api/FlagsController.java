package dev.keepwell.screen.api;

import dev.keepwell.job.Flag;
import dev.keepwell.job.Flags;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says what stands still, and what did.
@RestController
class FlagsController {

    /// Those that are up come first, then the last that were.
    record Answer(List<Flag> data) {}

    private final Flags flags;

    FlagsController(Flags flags) {
        this.flags = flags;
    }

    @GetMapping("/api/v1/flags")
    Answer flags(WorkspaceId workspace) {
        return new Answer(flags.list(workspace));
    }
}
