package dev.keepwell.lake;

import static dev.keepwell.lake.GivenLake.DATASET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no longer what was written are found, named and taken out of the way of readers.
class CheckupTest {

    private static final int FLIPS = 1_000;
    private static final int FILES = 5;
    private static final long SEED = 14;

    private GivenLake given;

    @BeforeEach
    void open(@TempDir Path folder) {
        given = GivenLake.in(folder);
    }

    @Test
    void each_of_a_thousand_flipped_bits_is_found_and_named_and_the_rest_is_readable()
            throws IOException {
        var random = new Random(SEED);
        for (int number = 0; number < FILES; number++) {
            given.publish("2026-10-0" + (number + 1), rows(random));
        }
        var all = given.files();
        int found = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            var victim = all.get(random.nextInt(FILES));
            var before = Files.readAllBytes(victim.path());
            Files.write(victim.path(), flipped(before, random));

            var findings = given.checkup().look(given.workspace(), List.of(victim));

            assertThat(findings.damages())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.path()).isEqualTo(victim.path().toString());
                        assertThat(it.part()).isEqualTo(victim.part());
                        assertThat(it.expected()).isEqualTo(victim.sha256());
                        assertThat(it.found()).hasSize(64).isNotEqualTo(victim.sha256());
                    });
            found++;
            var rest = new HashSet<>(all);
            rest.remove(victim);
            assertThat(Set.copyOf(given.files())).isEqualTo(rest);
            restore(victim, before);
        }
        assertThat(found).isEqualTo(FLIPS);
        assertThat(given.files()).isEqualTo(all);
    }

    @Test
    void a_damaged_file_is_out_of_the_way_and_kept_and_named_until_it_is_back() throws IOException {
        given.publish("2026-10-01", "first");
        given.publish("2026-10-02", "second");
        var victim = given.file("2026-10-01");
        Files.writeString(victim.path(), "fjrst");

        for (int time = 0; time < 2; time++) {
            assertThat(given.check().damages())
                    .singleElement()
                    .extracting(Damage::state, Damage::part)
                    .containsExactly(Damage.State.LOST, "2026-10-01");
        }

        assertThat(victim.path()).doesNotExist();
        var aside = given.folder().resolve("quarantine/" + given.workspace());
        assertThat(aside.resolve(DATASET).resolve(victim.path().getFileName())).hasContent("fjrst");
        assertThat(given.files()).extracting(LakeFile::part).containsExactly("2026-10-02");

        Files.writeString(victim.path(), "first");
        new Sweep(given.lake(), given.database()).run(given.workspace());
        assertThat(given.check().damages())
                .extracting(Damage::state)
                .containsExactly(Damage.State.RETURNED);
        assertThat(given.files()).contains(victim);
        assertThat(given.check().damages()).isEmpty();
    }

    @Test
    void a_missing_file_is_damaged_too() throws IOException {
        given.publish("2026-10-01", "first");
        Files.delete(given.file("2026-10-01").path());

        assertThat(given.check().damages())
                .extracting(Damage::found, Damage::state)
                .containsExactly(tuple("missing", Damage.State.LOST));
        assertThat(given.check().lost()).isOne();
    }

    @Test
    void whoever_has_the_origin_of_the_rows_writes_them_again() throws IOException {
        given.publish("2026-10-01", "first");
        damage("2026-10-01");

        var findings = given.check(new Origin(true, "first again"));

        assertThat(findings.damages())
                .extracting(Damage::state)
                .containsExactly(Damage.State.REBUILT);
        assertThat(findings.lost()).isZero();
        assertThat(given.file("2026-10-01").path()).hasContent("first again");
        assertThat(given.check().damages()).isEmpty();
    }

    @Test
    void the_same_bytes_again_are_the_file_again() throws IOException {
        given.publish("2026-10-01", "first");
        var file = given.file("2026-10-01");
        damage("2026-10-01");

        given.check(new Origin(true, "first"));

        assertThat(given.files()).containsExactly(file);
        assertThat(given.check().damages()).isEmpty();
    }

    @Test
    void an_origin_that_does_not_have_all_of_it_changes_nothing() throws IOException {
        given.publish("2026-10-01", "first");
        damage("2026-10-01");

        assertThat(given.check(new Origin(false, "half")).lost()).isOne();
        assertThat(given.files()).isEmpty();
        assertThat(given.check(new Origin(true, "whole")).lost()).isZero();
    }

    @Test
    void seven_nights_look_at_every_file() {
        for (int number = 0; number < 20; number++) {
            given.publish("2026-10-01", "file " + number);
        }
        var counts = new ArrayList<Long>();

        for (int night = 0; night < 7; night++) {
            counts.add(given.checkup().share(given.workspace(), _ -> {}).files());
        }

        assertThat(counts).containsOnly(3L);
        assertThat(unverified()).isZero();
    }

    @Test
    void a_night_that_was_missed_is_made_up_for() {
        for (int number = 0; number < 20; number++) {
            given.publish("2026-10-01", "file " + number);
        }
        given.sql("update lake.file set published_at = now() - interval '6 days 1 hour'");

        assertThat(given.checkup().share(given.workspace(), _ -> {}).files()).isEqualTo(20);
    }

    private int unverified() {
        return given.database()
                .in(
                        given.workspace(),
                        it ->
                                it.sql()
                                        .sql(
                                                "select count(*) from lake.file"
                                                        + " where verified_at is null")
                                        .query(Integer.class)
                                        .single());
    }

    private void damage(String part) throws IOException {
        Files.writeString(given.file(part).path(), "rats");
    }

    private void restore(LakeFile file, byte[] bytes) throws IOException {
        Files.write(file.path(), bytes);
        given.checkup().lookAgain(given.workspace());
    }

    private static String rows(Random random) {
        var rows = new StringBuilder();
        for (int row = 0; row < 200; row++) {
            rows.append(random.nextLong()).append('\n');
        }
        return rows.toString();
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        var flipped = bytes.clone();
        int bit = random.nextInt(bytes.length * Byte.SIZE);
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return flipped;
    }

    /// Publishes what it has, and says whether that is all.
    private final class Origin implements Rebuild {

        private final boolean isComplete;
        private final String content;
        private final AtomicInteger asked = new AtomicInteger();

        Origin(boolean isComplete, String content) {
            this.isComplete = isComplete;
            this.content = content;
        }

        @Override
        public boolean can(String dataset) {
            return dataset.equals(DATASET);
        }

        @Override
        public boolean rebuild(Session session, WorkspaceId workspace, LakeFile damaged) {
            assertThat(asked.incrementAndGet()).isOne();
            given.lake().publish(session, workspace, DATASET, damaged.part(), given.draft(content));
            return isComplete;
        }
    }
}
