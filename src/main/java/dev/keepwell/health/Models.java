package dev.keepwell.health;

import dev.keepwell.health.PublishedVersion.Publication;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.MetricName;
import dev.keepwell.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The models of a workspace, every version as it was written. The greatest version whose day has
/// come is in force.
///
/// A workspace starts with the model that ships with the program, published as its version 1 the
/// first time anyone asks. Keeping the text means that a newer program with another default does
/// not change how a workspace is judged behind its back.
public final class Models {

    /// Who published what nobody chose.
    private static final String PROGRAM = "keepwell";

    private final Database database;
    private final Clock clock;
    private final BiFunction<WorkspaceId, Instant, LocalDate> days;
    private final ModelFile files = new ModelFile(Conditions.packaged());

    /// Models of workspaces that count their days in UTC.
    public Models(Database database, Clock clock) {
        this(database, clock, (_, instant) -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    Models(Database database, Clock clock, BiFunction<WorkspaceId, Instant, LocalDate> days) {
        this.database = database;
        this.clock = clock;
        this.days = days;
    }

    /// The version in force after applying a text, whether it is new, and what to look at.
    public record Applied(ModelVersion version, boolean isNew, List<String> warnings) {}

    /// Puts the text in force as the next version; the very bytes in force publish nothing. Refuses
    /// what it cannot read. A metric missing from `known` is a warning only, since models ship
    /// before their metrics do.
    public Applied apply(WorkspaceId workspace, String yaml, Collection<MetricName> known) {
        return apply(workspace, yaml, known, PROGRAM);
    }

    public Applied apply(
            WorkspaceId workspace, String yaml, Collection<MetricName> known, String author) {
        var warnings = warnings(files.read(yaml), known);
        var day = today(workspace);
        return database.in(
                workspace,
                session -> {
                    var table = new ModelTable(session, workspace);
                    table.waitForOtherWriters();
                    var before = table.inForce(day);
                    if (before.filter(it -> it.sha256().equals(sha256(yaml))).isPresent()) {
                        var number = before.get().number();
                        return new Applied(version(number, yaml), false, warnings);
                    }
                    var effective = before.isPresent() ? day : null;
                    var added = add(table, yaml, Publication.silent(author), effective);
                    return new Applied(added, true, warnings);
                });
    }

    /// Publishes the text as the next version, in force from the day on.
    ModelVersion add(
            ModelTable table,
            String yaml,
            Publication publication,
            @Nullable LocalDate effectiveOn) {
        var number = table.newest().map(PublishedVersion::number).orElse(0) + 1;
        var version = version(number, yaml);
        table.insert(
                new PublishedVersion(
                        number,
                        version.name(),
                        version.sha256(),
                        publication,
                        clock.instant(),
                        effectiveOn),
                yaml);
        return version;
    }

    /// What keeps the text from being applied, or else what to look at; nothing when all is well.
    public List<String> validate(String yaml, Collection<MetricName> known) {
        try {
            return warnings(files.read(yaml), known);
        } catch (Refusal e) {
            return List.of(e.reason());
        }
    }

    /// The text as a model; refuses what it cannot read.
    public Model read(String yaml) {
        return files.read(yaml);
    }

    /// The model in force.
    public ModelVersion current(WorkspaceId workspace) {
        return inForce(workspace, today(workspace));
    }

    /// The model in force on a day.
    public ModelVersion inForce(WorkspaceId workspace, LocalDate day) {
        return database.in(
                        workspace,
                        session ->
                                new ModelTable(session, workspace)
                                        .inForce(day)
                                        .map(PublishedVersion::number))
                .flatMap(it -> version(workspace, it))
                .orElseGet(() -> {
                    var yaml = Packaged.text(Packaged.DEFAULT_MODEL);
                    return apply(workspace, yaml, List.of()).version();
                });
    }

    /// The versions that judge the days that are open today.
    Succession succession(WorkspaceId workspace) {
        var today = today(workspace);
        var begins = new TreeMap<LocalDate, ModelVersion>();
        for (var it : versions(workspace).reversed()) {
            if (it.holdsOn(today)) {
                var begin = begin(workspace, it);
                begins.tailMap(begin, true).clear();
                begins.put(begin, version(workspace, it.number()).orElseThrow());
            }
        }
        return new Succession(begins);
    }

    /// A version that was published for a later day leaves the days before it to the version before
    /// it. One that held at once judges every open day, since nothing was said of any of them.
    private LocalDate begin(WorkspaceId workspace, PublishedVersion version) {
        var effective = version.effectiveOn();
        return effective != null && effective.isAfter(days.apply(workspace, version.appliedAt()))
                ? effective
                : LocalDate.MIN;
    }

    /// Every version as it was published, the newest first.
    public List<PublishedVersion> versions(WorkspaceId workspace) {
        current(workspace); // Publishes the first.
        return database.in(workspace, it -> new ModelTable(it, workspace).all());
    }

    public Optional<ModelVersion> version(WorkspaceId workspace, int number) {
        return database.in(workspace, it -> new ModelTable(it, workspace).text(number))
                .map(it -> version(number, it));
    }

    /// The text of a version; refuses a number that no version has.
    public String text(WorkspaceId workspace, int number) {
        return database.in(workspace, it -> new ModelTable(it, workspace).text(number))
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_model_version",
                                "No model of this workspace has the version %d."
                                        .formatted(number)));
    }

    /// The version that judged, as the profile of the account has it. It is never taken away.
    public ModelVersion judgeOf(WorkspaceId workspace, Anatomy anatomy) {
        var judge = anatomy.judge();
        return version(workspace, judge.version()).orElseThrow().under(judge.profile());
    }

    /// Today where the workspace does its reporting.
    LocalDate today(WorkspaceId workspace) {
        return days.apply(workspace, clock.instant());
    }

    private ModelVersion version(int number, String yaml) {
        return new ModelVersion(number, sha256(yaml), files.read(yaml));
    }

    private List<String> warnings(Model model, Collection<MetricName> known) {
        var names = new TreeSet<MetricName>(known);
        names.addAll(files.read(Packaged.text(Packaged.DEFAULT_MODEL)).metrics());
        var words = names.stream().map(MetricName::value).toList();
        return model.metrics().stream()
                .filter(it -> !names.contains(it))
                .map(it ->
                        "The catalogue has no metric '%s', so it will be missing.%s"
                                .formatted(it, Suggestion.forWord(it.value(), words)))
                .toList();
    }

    /// The hash that `sha256sum` prints for the file.
    static String sha256(String yaml) {
        var bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes));
    }
}
