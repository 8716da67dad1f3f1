package dev.keepwell.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whatever the moment at which the power fails, each file that the manifest lists is whole, and
/// holds what it was published for.
class PowerCutTest {

    private static final int SEEDS = 2_000;
    private static final int CUTS = 6;
    private static final int STEPS_MAX = 60;
    private static final Path ROOT = Path.of("/lake");
    private static final Path DRAFTS = ROOT.resolve("tmp");

    @Test
    void no_power_cut_costs_a_listed_file() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Life(seed).live();
        }
    }

    /// One lake through several power cuts. Lines stand for rows.
    private static final class Life {

        private final long seed;
        private final Random random;
        private final SimulatedDisk disk;
        private final SimulatedManifest manifest = new SimulatedManifest(ROOT.resolve("w"));
        private final Shelf shelf;
        private Set<String> committed = new TreeSet<>();
        private int number;

        Life(long seed) {
            this.seed = seed;
            random = new Random(seed);
            disk = new SimulatedDisk(ROOT, random);
            disk.run(random.nextInt(STEPS_MAX));
            shelf =
                    new Shelf(
                            new Durable(disk),
                            manifest,
                            ROOT.resolve("w"),
                            ROOT.resolve("quarantine/w"));
        }

        void live() throws IOException {
            for (int cut = 0; cut < CUTS; cut++) {
                try {
                    while (true) {
                        act();
                    }
                } catch (SimulatedDisk.PowerCut expected) {
                    manifest.rollBack();
                    disk.cut();
                }
                assertWhole();
                sweep();
                disk.cut();
                assertWhole();
                disk.run(random.nextInt(STEPS_MAX));
            }
        }

        private void act() throws IOException {
            var rows = new TreeSet<>(committed);
            switch (random.nextInt(4)) {
                case 0 -> shelf.collect();
                case 1 -> mergeSome();
                default -> {
                    var line = "row " + (random.nextInt(10) == 0 ? number : ++number);
                    publish(Set.of(line));
                    rows.add(line);
                }
            }
            commit(rows);
        }

        private void commit(Set<String> rows) {
            disk.step();
            manifest.commit();
            committed = rows;
            disk.step();
        }

        private void publish(Set<String> lines) {
            shelf.publish("event", "2026-10", draft(lines));
        }

        private void mergeSome() throws IOException {
            var files = manifest.all().stream().filter(_ -> random.nextBoolean()).limit(4).toList();
            if (!files.isEmpty()) {
                assertThat(shelf.exchange(files, "2026-10", draft(lines(files)))).isTrue();
            }
        }

        private Draft draft(Set<String> lines) {
            if (!disk.holdsFolder(DRAFTS)) {
                disk.makeFolder(DRAFTS);
            }
            var path = DRAFTS.resolve("draft-" + random.nextInt());
            disk.write(path, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return new Draft(path, lines.size());
        }

        private Set<String> lines(List<LakeFile> files) throws IOException {
            var lines = new TreeSet<String>();
            for (var file : files) {
                lines.addAll(
                        List.of(
                                new String(disk.bytes(file.path()), StandardCharsets.UTF_8)
                                        .split("\n", -1)));
            }
            return lines;
        }

        private void assertWhole() throws IOException {
            for (var file : manifest.all()) {
                assertThat(shelf.durable().flaw(file)).as("seed %d: %s", seed, file).isEmpty();
            }
            assertThat(lines(manifest.all())).as("seed %d", seed).isEqualTo(committed);
        }

        private void sweep() {
            disk.list(DRAFTS).forEach(disk::delete);
            shelf.sweep();
            var listed = new HashSet<Path>();
            manifest.all().forEach(it -> listed.add(it.path()));
            assertThat(disk.list(ROOT)).as("seed %d", seed).hasSameElementsAs(listed);
        }
    }
}
