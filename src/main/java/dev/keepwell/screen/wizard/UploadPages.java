package dev.keepwell.screen.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.wizard.UploadPage.Kind;
import dev.keepwell.screen.wizard.UploadPage.Option;
import dev.keepwell.screen.wizard.UploadPage.Part;
import dev.keepwell.source.wizard.Draft;
import dev.keepwell.source.wizard.Wizards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/// Shows how a file was understood.
@Component
class UploadPages {

    private static final SequencedMap<String, String> DELIMITERS = new LinkedHashMap<>();
    private static final SequencedMap<String, String> ENCODINGS = new LinkedHashMap<>();
    private static final SequencedMap<String, String> DECIMALS = new LinkedHashMap<>();
    private static final SequencedMap<String, String> DATES = new LinkedHashMap<>();

    static {
        DELIMITERS.put(",", "Comma ,");
        DELIMITERS.put(";", "Semicolon ;");
        DELIMITERS.put("tab", "Tab");
        DELIMITERS.put("|", "Bar |");
        DELIMITERS.put(":", "Colon :");
        ENCODINGS.put("utf-8", "UTF-8");
        ENCODINGS.put("windows-1252", "Windows-1252 (Western)");
        ENCODINGS.put("iso-8859-1", "Latin-1");
        ENCODINGS.put("utf-16le", "UTF-16, little end first");
        ENCODINGS.put("utf-16be", "UTF-16, big end first");
        DECIMALS.put("point", "1,234.56");
        DECIMALS.put("comma", "1.234,56");
        DATES.put("year_first", "2026-12-31");
        DATES.put("day_first", "31.12.2026");
        DATES.put("month_first", "12/31/2026");
        DATES.put("unknown", "Say which");
    }

    private static final Map<String, SequencedMap<String, String>> CHOICES =
            Map.of(
                    "delimiter", DELIMITERS,
                    "encoding", ENCODINGS,
                    "decimal", DECIMALS,
                    "dates", DATES);

    private static final List<String> ORDER =
            List.of("sheet", "delimiter", "encoding", "header", "decimal", "dates");

    private static final Map<String, String> LABELS =
            Map.of(
                    "delimiter", "Between columns",
                    "encoding", "Encoding",
                    "header", "Header in line",
                    "sheet", "Sheet",
                    "decimal", "Numbers look like",
                    "dates", "Days look like");

    private final Wizards wizards;

    UploadPages(Wizards wizards) {
        this.wizards = wizards;
    }

    UploadPage of(WorkspaceId workspace, String importId) {
        var draft = wizards.known(workspace, importId);
        var looked = wizards.look(workspace, importId);
        var kinds =
                wizards.kinds().all().stream()
                        .map(it ->
                                new Kind(
                                        it.name(),
                                        it.title(),
                                        it.row(),
                                        it.name().equals(draft.kind())))
                        .toList();
        return new UploadPage(
                parts(draft),
                looked.columns(),
                looked.rows(),
                looked.notes(),
                kinds,
                wizards.ready(workspace, importId).stream().toList());
    }

    private static List<Part> parts(Draft draft) {
        var parts = new ArrayList<Part>();
        for (var key : ORDER) {
            var value = draft.layout().get(key);
            if (value != null) {
                parts.add(new Part(key, LABELS.getOrDefault(key, key), value, options(key, value)));
            }
        }
        return parts;
    }

    private static List<Option> options(String key, String value) {
        var known = new LinkedHashMap<>(CHOICES.getOrDefault(key, new LinkedHashMap<>()));
        if (!known.isEmpty()) {
            known.putIfAbsent(value, value);
        }
        return known.entrySet().stream()
                .map(it -> new Option(it.getKey(), it.getValue(), it.getKey().equals(value)))
                .toList();
    }
}
