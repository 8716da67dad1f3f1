package dev.keepwell.screen.api;

import dev.keepwell.lake.LakeFile;
import dev.keepwell.lake.Sweep;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sweeps the lake of every workspace when the server starts, and says what it has lost since.
@Component
final class LakeCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LakeCheck.class);

    /// Before anybody may write: jobs, and the door through which they are asked for, come late.
    private static final int FIRST = 0;

    private final Sweep sweep;
    private final Workspaces workspaces;
    private volatile boolean running;

    LakeCheck(Sweep sweep, Workspaces workspaces) {
        this.sweep = sweep;
        this.workspaces = workspaces;
    }

    /// What is missing is no reason to stay away: everything else can still be asked.
    @Override
    public void start() {
        for (var workspace : workspaces.all()) {
            for (var file : sweep.run(workspace)) {
                LOG.error(
                        "The lake of workspace {} has lost {}. Restore it from a backup.",
                        workspace,
                        file.path());
            }
        }
        running = true;
    }

    /// The files that are gone or are not what was written, of all workspaces.
    List<LakeFile> damaged() {
        return workspaces.all().stream().flatMap(it -> sweep.verify(it).stream()).toList();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
