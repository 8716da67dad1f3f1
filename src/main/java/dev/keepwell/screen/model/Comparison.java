package dev.keepwell.screen.model;

import dev.keepwell.health.Difference;
import dev.keepwell.health.ModelDiff;
import dev.keepwell.health.Models;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;

/// How two versions differ: in the words of the model, and line by line of their texts.
public record Comparison(int from, int to, List<String> sentences, List<TextLines.Line> lines) {

    public Comparison {
        sentences = List.copyOf(sentences);
        lines = List.copyOf(lines);
    }

    static Comparison of(Models models, WorkspaceId workspace, int from, int to) {
        var before = models.text(workspace, from);
        var after = models.text(workspace, to);
        return new Comparison(
                from,
                to,
                ModelDiff.between(models.read(before), models.read(after)).stream()
                        .map(Difference::sentence)
                        .toList(),
                TextLines.between(before, after));
    }
}
