package dev.keepwell.health;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.MetricName;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The models of a workspace, every version as it was written. The greatest version is in force.
///
/// A workspace starts with the model that ships with the program, published as its version 1 the
/// first time anyone asks. Keeping the text means that a newer program with another default does
/// not change how a workspace is judged behind its back.
public final class Models {

    private final Database database;
    private final Clock clock;
    private final ModelFile files = new ModelFile(Conditions.packaged());

    public Models(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The version in force after applying a text, whether it is new, and what to look at.
    public record Applied(ModelVersion version, boolean isNew, List<String> warnings) {}

    /// Publishes the text as the next version; the very bytes in force publish nothing. Refuses
    /// what it cannot read. A metric missing from `known` is a warning only, since models ship
    /// before their metrics do.
    public Applied apply(WorkspaceId workspace, String yaml, Collection<MetricName> known) {
        var model = files.read(yaml);
        var warnings = warnings(model, known);
        return database.in(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    var sha256 = sha256(yaml);
                    var newest = newest(session);
                    if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
                        return new Applied(newest.get(), false, warnings);
                    }
                    var number = newest.map(ModelVersion::number).orElse(0) + 1;
                    var version = new ModelVersion(number, sha256, model);
                    insert(session, workspace, version, yaml);
                    return new Applied(version, true, warnings);
                });
    }

    /// What keeps the text from being applied, or else what to look at; nothing when all is well.
    public List<String> validate(String yaml, Collection<MetricName> known) {
        try {
            return warnings(files.read(yaml), known);
        } catch (Refusal e) {
            return List.of(e.reason());
        }
    }

    /// The model in force.
    public ModelVersion current(WorkspaceId workspace) {
        return database.in(workspace, this::newest)
                .orElseGet(() -> {
                    var yaml = Packaged.text(Packaged.DEFAULT_MODEL);
                    return apply(workspace, yaml, List.of()).version();
                });
    }

    public Optional<ModelVersion> version(WorkspaceId workspace, int number) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select version, yaml from health.model where version = ?")
                                .param(number)
                                .query((row, _) -> version(row.getInt(1), row.getString(2)))
                                .optional());
    }

    /// The version that judged, as the profile of the account has it. It is never taken away.
    public ModelVersion judgeOf(WorkspaceId workspace, Anatomy anatomy) {
        var judge = anatomy.judge();
        return version(workspace, judge.version()).orElseThrow().under(judge.profile());
    }

    private Optional<ModelVersion> newest(Session session) {
        return session.sql()
                .sql(
                        """
                        select version, yaml from health.model order by version desc limit 1
                        """)
                .query((row, _) -> version(row.getInt(1), row.getString(2)))
                .optional();
    }

    private ModelVersion version(int number, String yaml) {
        return new ModelVersion(number, sha256(yaml), files.read(yaml));
    }

    private void insert(Session session, WorkspaceId workspace, ModelVersion version, String yaml) {
        session.sql()
                .sql(
                        """
                        insert into health.model
                            (workspace_id, version, name, yaml, sha256, applied_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        workspace.value(),
                        version.number(),
                        version.name(),
                        yaml,
                        version.sha256(),
                        OffsetDateTime.now(clock))
                .update();
    }

    /// Two texts applied at once become two versions, one after the other.
    private static void waitForOtherWriters(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("health.model " + workspace)
                .query(Integer.class)
                .single();
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
    private static String sha256(String yaml) {
        var bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes));
    }
}
