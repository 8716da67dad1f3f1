package dev.keepwell.screen.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.wizard.MapPage.Choosable;
import dev.keepwell.screen.wizard.MapPage.Constant;
import dev.keepwell.screen.wizard.MapPage.Line;
import dev.keepwell.screen.wizard.UploadPage.Option;
import dev.keepwell.source.wizard.Choice;
import dev.keepwell.source.wizard.Draft;
import dev.keepwell.source.wizard.FileKind;
import dev.keepwell.source.wizard.Matching;
import dev.keepwell.source.wizard.Seen;
import dev.keepwell.source.wizard.Shape;
import dev.keepwell.source.wizard.Wizards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Shows what the columns were taken for, and takes what somebody decides instead.
@Component
class MapPages {

    private static final List<String> FORMATS =
            List.of("yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "epoch_s", "epoch_ms");

    private final Wizards wizards;

    MapPages(Wizards wizards) {
        this.wizards = wizards;
    }

    MapPage of(WorkspaceId workspace, String importId) {
        var draft = wizards.known(workspace, importId);
        var kind = wizards.kinds().named(draft.kind());
        var seen = wizards.look(workspace, importId).columns();
        var because =
                Matching.of(kind, seen).stream()
                        .collect(Collectors.toMap(Matching.Match::column, it -> it));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < seen.size(); i++) {
            lines.add(line(i, seen.get(i), draft, kind, because));
        }
        return new MapPage(
                lines,
                constants(draft, kind),
                draft.clearsBlanks(),
                wizards.isRemembered(workspace, draft),
                missing(draft, kind));
    }

    private static Line line(
            int number,
            Seen seen,
            Draft draft,
            FileKind kind,
            Map<String, Matching.Match> matches) {
        var choice = draft.choiceOf(seen.name()).orElse(Choice.of(seen.name(), ""));
        var because =
                Optional.ofNullable(matches.get(seen.name()))
                        .filter(it -> it.field().equals(choice.field()))
                        .map(Matching.Match::because);
        var isDay =
                kind.field(choice.field())
                        .filter(it -> it.shape() == Shape.DAY || it.shape() == Shape.INSTANT)
                        .isPresent();
        return new Line(
                number,
                seen.name(),
                seen.samples(),
                seen.filled(),
                seen.shape().word(),
                because.map(Matching.Because::words)
                        .orElse(choice.isLeftOut() ? "Left out" : "Chosen"),
                because.map(Matching.Because::isSure).orElse(true),
                kind.fields().stream()
                        .map(it ->
                                new Choosable(
                                        it.name(),
                                        it.title(),
                                        it.required(),
                                        it.name().equals(choice.field())))
                        .toList(),
                isDay
                        ? FORMATS.stream()
                                .map(it -> new Option(it, it, it.equals(choice.format())))
                                .toList()
                        : List.of());
    }

    private static List<Constant> constants(Draft draft, FileKind kind) {
        var needsCurrency =
                kind.tables().stream()
                        .flatMap(it -> it.columns().values().stream())
                        .filter(it -> it.contains("$currency"))
                        .anyMatch(it -> draft.of(it.getFirst()).isEmpty());
        return needsCurrency
                ? List.of(
                        new Constant(
                                "currency",
                                "Currency of all amounts",
                                draft.constants().getOrDefault("currency", "")))
                : List.of();
    }

    private static List<String> missing(Draft draft, FileKind kind) {
        return kind.fields().stream()
                .filter(FileKind.Field::required)
                .filter(it -> draft.of(it.name()).isEmpty())
                .filter(it -> it.otherwise().isEmpty() || draft.of(it.otherwise()).isEmpty())
                .map(FileKind.Field::title)
                .toList();
    }

    /// What was chosen for each column, as the form sends it: `field.3` is that of the fourth.
    void decide(WorkspaceId workspace, String importId, MultiValueMap<String, String> form) {
        var draft = wizards.known(workspace, importId);
        var choices = new ArrayList<Choice>();
        for (int i = 0; i < draft.columns().size(); i++) {
            var column = draft.columns().get(i);
            var field = text(form, "field." + i);
            var before = draft.choiceOf(column).orElse(Choice.of(column, ""));
            choices.add(
                    new Choice(
                            column,
                            field,
                            text(form, "format." + i),
                            before.field().equals(field) ? before.values() : Map.of()));
        }
        var same = new java.util.TreeMap<>(draft.constants());
        var currency = text(form, "same.currency");
        if (!currency.isEmpty()) {
            same.put("currency", currency);
        }
        wizards.decide(
                workspace,
                importId,
                draft.choosing(choices)
                        .clearing(text(form, "blank").equals("clear"))
                        .assuming(same));
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        var value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
