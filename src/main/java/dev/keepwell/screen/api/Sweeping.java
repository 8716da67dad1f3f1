package dev.keepwell.screen.api;

import dev.keepwell.lake.LakeFile;
import dev.keepwell.lake.Sweep;
import dev.keepwell.source.Imports;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Sweeps the home when the server starts: files of the lake that no transaction published, uploads
/// that no import waits for. Says what the lake has lost.
@Component
final class Sweeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    /// Before anybody may write: jobs, and the door through which they are asked for, come late.
    private static final int FIRST = 0;

    private final Sweep sweep;
    private final Imports imports;
    private final Workspaces workspaces;
    private volatile boolean running;

    Sweeping(Sweep sweep, Imports imports, Workspaces workspaces) {
        this.sweep = sweep;
        this.imports = imports;
        this.workspaces = workspaces;
    }

    /// What is missing is no reason to stay away: everything else can still be asked.
    @Override
    public void start() {
        imports.sweep(workspaces.all());
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
