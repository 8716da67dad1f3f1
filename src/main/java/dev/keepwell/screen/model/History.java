package dev.keepwell.screen.model;

import dev.keepwell.health.Draft;
import dev.keepwell.health.Drafts;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Models;
import dev.keepwell.health.PublishedVersion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.frame.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model came to be what it is, the newest version first, and who is about to change it.
public record History(int inForce, String title, List<Version> versions, List<Sketch> drafts) {

    public History {
        versions = List.copyOf(versions);
        drafts = List.copyOf(drafts);
    }

    /// One version, and since when it holds. `before` is the number of the one before it.
    public record Version(
            int number,
            String note,
            String author,
            String since,
            Standing standing,
            @Nullable Integer before) {}

    /// Whether a version judges now, did, or will.
    public enum Standing {
        IN_FORCE("In force"),
        EARLIER("Earlier"),
        COMING("To come");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// A draft in one line.
    public record Sketch(String id, String name, String author, String changed, int basedOn) {

        static Sketch of(Draft it) {
            var day = LocalDate.ofInstant(it.updatedAt(), ZoneOffset.UTC);
            return new Sketch(it.id(), it.name(), it.author(), Figures.day(day), it.basedOn());
        }
    }

    static History of(Models models, Drafts drafts, WorkspaceId workspace, ModelVersion inForce) {
        return new History(
                inForce.number(),
                inForce.model().title(),
                models.versions(workspace).stream()
                        .map(it -> version(it, inForce.number()))
                        .toList(),
                drafts.all(workspace).stream().map(Sketch::of).toList());
    }

    private static Version version(PublishedVersion it, int inForce) {
        var publication = it.publication();
        var note =
                publication.rollsBack() == null
                        ? publication.note()
                        : "Back to version %d. %s"
                                .formatted(publication.rollsBack(), publication.note());
        return new Version(
                it.number(),
                note,
                publication.author(),
                it.effectiveOn() == null ? "from the first day on" : Figures.day(it.effectiveOn()),
                standing(it.number(), inForce),
                it.number() == 1 ? null : it.number() - 1);
    }

    private static Standing standing(int number, int inForce) {
        if (number == inForce) {
            return Standing.IN_FORCE;
        }
        return number < inForce ? Standing.EARLIER : Standing.COMING;
    }
}
