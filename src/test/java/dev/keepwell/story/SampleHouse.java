package dev.keepwell.story;

import dev.keepwell.sample.SampleCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A small sample company in a workspace of its own, for those who change it: nothing else is at
/// work there, as it is in the demo for its first minutes.
final class SampleHouse {

    private static final int OTHERS = 80;

    private static @Nullable OwnWorkspace shared;

    private SampleHouse() {}

    static synchronized OwnWorkspace shared() {
        try {
            if (shared == null) {
                shared = open();
            }
            return shared;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OwnWorkspace open() throws IOException {
        var company = new SampleCompany(SampleCompany.SEED, Instant.now(), OTHERS);
        var folder = Files.createTempDirectory(Path.of("target"), "sample-house-");
        company.write(folder);
        var house = OwnWorkspace.open();
        house.bring(company, folder);
        house.judge(company.today().minusDays(1), company.today());
        return house;
    }
}
