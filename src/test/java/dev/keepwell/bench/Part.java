package dev.keepwell.bench;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The parts of the benchmark, each with what has to be there before it can be measured.
enum Part {
    USAGE {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            try (var town = Town.open(setting.folder(), setting.size(), setting.memory())) {
                var scan = Scan.of(town);
                return setting.rounds()
                        .of(
                                List.of(
                                        new EventBytes(scan),
                                        new YearOfUsage(town, scan, true),
                                        new YearOfUsage(town, scan, false),
                                        new DayIncrement(town, scan)));
            }
        }
    },

    DAY {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            try (var town = Town.open(setting.folder(), setting.size(), setting.memory())) {
                return setting.rounds().of(List.of(new DayClosed(town, Scan.of(town))));
            }
        }
    },

    RIVALS {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            try (var town = Town.open(setting.folder(), setting.size(), setting.memory())) {
                var rows = Rivals.Rows.of(Scan.of(town), town.home().resolve("rivals"));
                return setting.rounds().of(rivals(town, rows, setting));
            }
        }

        private static List<Measure> rivals(Town town, Rivals.Rows rows, Setting setting)
                throws Exception {
            var bounds = town.bean(DuckDb.Bounds.class);
            var own = new DuckDbRival(rows, bounds, false);
            var measures = new ArrayList<Measure>();
            measures.add(new Rivals.Against(own, new DuckDbRival(rows, bounds, true)));
            var source = town.bean(Postgres.class).source();
            measures.add(new Rivals.Against(own, new PostgresRival(source, rows)));
            var chdb = setting.folder().resolve("chdb");
            if (ChdbRival.install(chdb)) {
                measures.add(new Rivals.Against(own, new ChdbRival(chdb, rows)));
            }
            return measures;
        }
    },

    PAGE {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            var home = setting.judged(setting.size());
            try (var served = Served.measured(home)) {
                return setting.rounds()
                        .of(
                                List.of(
                                        new AccountsPage(served, 1, setting.load()),
                                        new AccountsPage(served, 8, setting.load()),
                                        new AccountsPage(served, 32, setting.load())));
            }
        }
    },

    PREVIEW {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            var home = setting.judged(setting.small());
            try (var served = Served.measured(home)) {
                return setting.rounds().of(List.of(new ModelPreview(served)));
            }
        }
    },

    INGEST {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            var home = setting.fresh("ingest");
            try (var served = Served.measured(home)) {
                return setting.rounds().of(List.of(new DurableIngest(served, setting.load())));
            }
        }
    },

    START {
        @Override
        List<Figures> figures(Setting setting) throws Exception {
            var home = setting.judged(setting.small());
            // The first start may have to build, and leaves what later ones go by.
            Served.byLauncher(home, "serve").close();
            var figures = new ArrayList<>(setting.rounds().of(List.of(new Start(home))));
            var demo = setting.fresh("demo");
            figures.addAll(new Rounds(1).of(List.of(new DemoMemory(demo))));
            return figures;
        }
    };

    abstract List<Figures> figures(Setting setting) throws Exception;

    /// Where and how large it is measured, and for how long callers ask.
    record Setting(Path folder, Size size, String memory, Rounds rounds, Duration load) {

        private static final long SMALL_EVENTS = 500_000;
        private static final int SMALL_ACCOUNTS = 5_000;

        Size small() {
            return new Size(SMALL_EVENTS, SMALL_ACCOUNTS, size.seed());
        }

        /// A home in which at least one day is judged.
        Path judged(Size size) throws Exception {
            try (var town = Town.open(folder, size, memory)) {
                if (town.lastJudged().isEmpty()) {
                    town.close(Size.LAST_DAY);
                }
                return town.home();
            }
        }

        /// A folder that is not there yet.
        Path fresh(String name) throws IOException {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, name + "-").resolve("home");
        }
    }
}
