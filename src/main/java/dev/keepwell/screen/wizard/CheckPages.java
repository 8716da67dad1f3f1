package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Trial;
import dev.keepwell.customer.Trial.Problem;
import dev.keepwell.screen.wizard.CheckPage.Alike;
import dev.keepwell.screen.wizard.CheckPage.Cell;
import dev.keepwell.screen.wizard.CheckPage.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Orders the problems that a trial found: the same mistake in several rows first.
final class CheckPages {

    private static final int ROWS_SHOWN = 50;
    private static final Pattern SUGGESTION = Pattern.compile("Did you mean '([^']+)'");

    private CheckPages() {}

    static CheckPage of(Trial trial) {
        var main = trial.tables().isEmpty() ? 0 : trial.tables().getFirst().rows();
        var columns = new LinkedHashSet<String>();
        trial.problems().forEach(it -> columns.addAll(it.cells().keySet()));
        var lines = new LinkedHashSet<String>();
        trial.problems().forEach(it -> lines.add(it.file() + ' ' + it.line()));
        return new CheckPage(
                main,
                lines.size(),
                alike(trial.problems()),
                trial.problems().stream()
                        .limit(ROWS_SHOWN)
                        .map(it -> row(it, List.copyOf(columns)))
                        .toList(),
                List.copyOf(columns));
    }

    private record Mistake(String column, String value, String detail) {}

    private static List<Alike> alike(List<Problem> problems) {
        var counts = new LinkedHashMap<Mistake, Integer>();
        for (var it : problems) {
            if (!it.column().isEmpty() && !it.value().isBlank()) {
                counts.merge(new Mistake(it.column(), it.value(), it.detail()), 1, Integer::sum);
            }
        }
        var alike = new ArrayList<Alike>();
        counts.forEach((mistake, count) -> {
            if (count > 1) {
                alike.add(
                        new Alike(
                                mistake.column,
                                mistake.value,
                                mistake.detail,
                                count,
                                suggestion(mistake.detail)));
            }
        });
        alike.sort(Comparator.comparingInt(Alike::count).reversed());
        return alike;
    }

    private static Row row(Problem problem, List<String> columns) {
        var cells = new ArrayList<Cell>();
        for (var column : columns) {
            var wrong = column.equals(problem.column());
            cells.add(
                    new Cell(
                            column,
                            problem.cells().getOrDefault(column, ""),
                            wrong,
                            wrong ? suggestion(problem.detail()) : ""));
        }
        return new Row(problem.file(), problem.line(), cells, problem.reason(), problem.detail());
    }

    static String suggestion(String detail) {
        var found = SUGGESTION.matcher(detail);
        return found.find() ? found.group(1) : "";
    }
}
