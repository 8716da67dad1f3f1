package dev.keepwell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a run of the benchmark found, as a table for people and as JSON for scripts.
record Report(Size size, String memory, int rounds, List<Figures> figures) {

    private static final String LINE = "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |";

    String table() {
        var lines = new ArrayList<String>();
        lines.add(
                "%,d events, %,d accounts, seed %d, engine %s, %d rounds. %s"
                        .formatted(
                                size.events(),
                                size.accounts(),
                                size.seed(),
                                memory,
                                rounds,
                                machine()));
        lines.add("");
        lines.add(
                LINE.formatted(
                        "What",
                        "Budget",
                        "Min",
                        "Median",
                        "Max",
                        "Met",
                        "Seconds",
                        "CPU s",
                        "Yardstick s",
                        "Peak MB"));
        lines.add("|---|---|---:|---:|---:|---|---:|---:|---:|---:|");
        figures.forEach(it -> lines.add(line(it)));
        return String.join("\n", lines);
    }

    private static String line(Figures it) {
        return LINE.formatted(
                it.budget().name(),
                it.budget().text(),
                Figures.number(it.min()),
                Figures.number(it.median()),
                Figures.number(it.max()),
                it.budget().sense() == Budget.Sense.NONE ? "" : it.isMet() ? "yes" : "no",
                Figures.number(it.middle(turn -> turn.cost().seconds())),
                Figures.number(it.middle(turn -> turn.cost().cpuSeconds())),
                Figures.number(it.middle(turn -> turn.yardstick().seconds())),
                it.peakBytes() >> 20);
    }

    String json() {
        var told = new LinkedHashMap<String, Object>();
        told.put("machine", machine());
        told.put("events", size.events());
        told.put("accounts", size.accounts());
        told.put("seed", size.seed());
        told.put("engine_memory", memory);
        told.put("rounds", rounds);
        told.put("budgets", figures.stream().map(Report::told).toList());
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(told);
    }

    private static Map<String, Object> told(Figures it) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", it.budget().name());
        told.put("unit", it.budget().unit());
        told.put("budget", Double.isNaN(it.budget().limit()) ? null : it.budget().limit());
        told.put("min", it.min());
        told.put("median", it.median());
        told.put("max", it.max());
        told.put("met", it.isMet());
        told.put("seconds", it.middle(turn -> turn.cost().seconds()));
        told.put("cpu_seconds", it.middle(turn -> turn.cost().cpuSeconds()));
        told.put("yardstick_seconds", it.middle(turn -> turn.yardstick().seconds()));
        told.put("yardstick_cpu_seconds", it.middle(turn -> turn.yardstick().cpuSeconds()));
        told.put("bytes", (long) it.middle(Turn::bytes));
        told.put("peak_bytes", it.peakBytes());
        return told;
    }

    static String machine() {
        return "%d processors (%s), %d MB memory, Java %s, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        first("/proc/cpuinfo", "model name"),
                        number(first("/proc/meminfo", "MemTotal")) >> 10,
                        Runtime.version().feature(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }

    private static long number(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static String first(String file, String field) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(it -> it.startsWith(field))
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException | UncheckedIOException e) {
            return "unknown";
        }
    }
}
