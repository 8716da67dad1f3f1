package dev.keepwell.metric;

import dev.keepwell.kernel.CatalogText;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Looks a metric file over before anybody trusts it: its words, its queries, its examples.
///
/// Each complaint names the file, the line and the rule, and what would mend it.
public final class Inspection {

    private static final int EXAMPLES_MIN = 2;
    private static final Pattern ENGINE_LINE =
            Pattern.compile("(?s)^(.*?)\\s*LINE \\d+: ([^\\n]*)");

    private final CatalogText text;
    private final List<String> complaints = new ArrayList<>();

    private Inspection(CatalogText text) {
        this.text = text;
    }

    /// Nothing when the file keeps every rule and all its examples come out.
    public static List<String> of(String place, String text) {
        try {
            var file = MetricFile.parse(place, text);
            var inspection = new Inspection(CatalogText.parse(place, text));
            inspection.words(file);
            inspection.dialect();
            inspection.columns(file.metric());
            if (!inspection.complaints.isEmpty()) {
                return inspection.complaints;
            }
            inspection.examples(file);
            return inspection.complaints;
        } catch (Refusal refusal) {
            return List.of(Objects.requireNonNull(refusal.getMessage()));
        }
    }

    private void words(MetricFile file) {
        var meaning = file.metric().meaning();
        if (meaning.text().isBlank()) {
            complain("meaning:", "the key 'meaning' is missing. Say how to read the number.");
        }
        if (!text.place().endsWith("/" + file.metric().name() + ".sql")) {
            complain(
                    "metric:",
                    "calls itself '%s'. Name the file %s.sql."
                            .formatted(file.metric().name(), file.metric().name()));
        }
    }

    /// A metric is one text for every engine.
    private void dialect() {
        for (var slip : Dialect.slips(text.text())) {
            complaints.add("%s:%d  %s".formatted(text.place(), slip.line(), slip.said()));
        }
    }

    /// A query names what it returns, so that the wrong kind is seen before anything runs.
    private void columns(Metric metric) {
        var query = metric.query().isEmpty() ? metric.groupQuery() : metric.query();
        var missing =
                metric.kind().columns().stream()
                        .filter(it -> !query.matches("(?s).*\\b%s\\b.*".formatted(it)))
                        .toList();
        if (!missing.isEmpty()) {
            complain(
                    "kind:",
                    "a %s returns %s%s."
                            .formatted(
                                    metric.kind().word(),
                                    String.join(" and ", metric.kind().columns()),
                                    query.matches("(?s).*\\bas value\\b.*") ? ", not value" : ""));
        }
    }

    private void examples(MetricFile file) {
        var proofs = Proof.all(file);
        if (proofs.size() < EXAMPLES_MIN) {
            complain("examples:", "a metric brings two examples: an edge and a roll-up. Add one.");
        }
        if (file.metric().isAskedPer(Grain.COMPANY) && !file.examples().contains("(all)")) {
            complain("examples:", "no example rolls up. Expect a value of '(all)' in one.");
        }
        for (var proof : proofs) {
            try {
                proof.complaints()
                        .forEach(it ->
                                complain(proof.name(), "'%s': %s".formatted(proof.name(), it)));
            } catch (IllegalStateException e) {
                engine(e);
                return;
            } catch (Refusal | IllegalArgumentException e) {
                complain(proof.name(), "'%s': %s".formatted(proof.name(), e.getMessage()));
            }
        }
    }

    /// What the engine says against a query, on the line of the file that it shows.
    private void engine(IllegalStateException e) {
        var cause = e.getCause();
        var message = cause == null ? e.getMessage() : cause.getMessage();
        var said = ENGINE_LINE.matcher(Objects.requireNonNullElse(message, "").strip());
        if (said.find()) {
            complain(said.group(2).replace("...", "").strip(), said.group(1).strip());
        } else {
            complain("", Objects.requireNonNullElse(message, "a query does not run.").strip());
        }
    }

    private void complain(String part, String problem) {
        var where =
                part.isEmpty() || !text.text().contains(part)
                        ? text.place()
                        : text.place() + ":" + text.lineOf(part);
        complaints.add(where + "  " + problem);
    }
}
