package dev.keepwell.screen.api;

import dev.keepwell.customer.identity.AutomaticMerging;
import dev.keepwell.customer.identity.Merge;
import dev.keepwell.customer.identity.MergeOrder;
import dev.keepwell.customer.identity.Merges;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.DaysJudged;
import dev.keepwell.health.Run;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.WorkspaceId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Merges records, takes merges back, and has the present day judged again by what is one now. Days
/// that are closed stay as they were published.
@Component
public final class Joining {

    private final Merges merges;
    private final AutomaticMerging automatic;
    private final CurrentScores scores;
    private final Run run;

    Joining(Merges merges, AutomaticMerging automatic, CurrentScores scores, Run run) {
        this.merges = merges;
        this.automatic = automatic;
        this.scores = scores;
        this.run = run;
    }

    /// A merge, and the job that judges again; none where nothing was judged yet.
    public record Done(Merge merge, @Nullable JobId job) {}

    public Done merge(WorkspaceId workspace, MergeOrder order) {
        return done(workspace, merges.merge(workspace, order));
    }

    public Done undo(WorkspaceId workspace, String id, String by) {
        return done(workspace, merges.undo(workspace, id, by));
    }

    /// New records came before the days were judged, and some may match exactly.
    @EventListener
    void mergeExactMatches(DaysJudged judged) {
        if (!automatic.run(judged.workspace()).isEmpty()) {
            judgeAgain(judged.workspace());
        }
    }

    /// Whoever wants exact matches merged wants it of those that wait, too.
    void mergeByItself(WorkspaceId workspace, boolean isWanted, String by) {
        automatic.set(workspace, isWanted, by);
        if (!automatic.run(workspace).isEmpty() && scores.day(workspace).isPresent()) {
            judgeAgain(workspace);
        }
    }

    private Done done(WorkspaceId workspace, Merge merge) {
        var job = scores.day(workspace).isPresent() ? judgeAgain(workspace) : null;
        return new Done(merge, job);
    }

    private JobId judgeAgain(WorkspaceId workspace) {
        return run.start(workspace, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
