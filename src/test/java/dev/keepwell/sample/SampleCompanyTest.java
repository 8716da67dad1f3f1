package dev.keepwell.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {

    private static final Instant NOW = Instant.parse("2028-02-29T10:00:00Z");

    @TempDir private Path folder;

    @Test
    void the_same_seed_and_day_give_the_same_bytes() throws IOException {
        written("one", 1, NOW, 20);
        written("two", 1, NOW.plusSeconds(3600), 20);

        for (var table : Table.values()) {
            assertThat(folder.resolve("two").resolve(table.file()))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(table.file()));
        }
    }

    @Test
    void another_seed_gives_another_company() throws IOException {
        written("one", 1, NOW, 20);
        written("two", 2, NOW, 20);

        assertThat(folder.resolve("two").resolve(Table.ACCOUNT.file()))
                .content()
                .isNotEqualTo(Files.readString(folder.resolve("one/account.csv")));
    }

    @Test
    void an_account_does_not_depend_on_the_others() throws IOException {
        written("few", 1, NOW, 3);
        written("more", 1, NOW, 12);

        for (var account : List.of("northwind", "acorn", "a002")) {
            assertThat(rowsOf("more", account)).isEqualTo(rowsOf("few", account));
        }
    }

    @Test
    void all_six_hundred_accounts_have_different_names() throws IOException {
        written("all", 1, NOW, SampleCompany.OTHERS);

        try (var lines = Files.lines(folder.resolve("all/account.csv"))) {
            assertThat(lines.skip(1).map(it -> it.split(",")[1]))
                    .hasSize(600)
                    .doesNotHaveDuplicates();
        }
    }

    private SampleCompany.Written written(String name, long seed, Instant now, int others) {
        return new SampleCompany(seed, now, others).write(folder.resolve(name));
    }

    private List<String> rowsOf(String name, String account) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.sorted()
                    .flatMap(SampleCompanyTest::lines)
                    .filter(it -> it.contains(account))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
