package dev.keepwell.screen.terminal;

import dev.keepwell.sample.Fact;
import dev.keepwell.sample.SampleCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Brings a sample company in through the door that everybody uses: conventions, import, days, and
/// the model that it put in force on the way.
final class SampleArrival {

    private static final String FACTS = "sample-facts.json";

    /// The score line of an account shows thirteen months. The last days are closed at once, and
    /// those before them while people look around already.
    private static final int DAYS_JUDGED = 400;

    /// What a list and the change of a score look back, in one stretch.
    private static final int DAYS_AT_ONCE = 30;

    private static final int FIRST_CURVES = 1;
    private static final int OWN_CURVES = 2;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private final Api api;
    private final Output output;
    private final long started = System.nanoTime();

    SampleArrival(Api api, Output output) {
        this.api = api;
        this.output = output;
    }

    /// What the company counted itself, as it is served.
    record Facts(String now, long seed, List<Fact> facts) {}

    void make(SampleCompany company, Instant now, long seed, Path home) {
        api.put(
                "/workspace",
                Map.of(
                        "name", SampleCompany.NAME,
                        "zone", SampleCompany.ZONE.getId(),
                        "currency", SampleCompany.CURRENCY));
        var folder = temporary();
        var written = company.write(folder);
        var rows = written.rows().values().stream().mapToLong(it -> it).sum();
        tell("wrote %,d rows of %,d accounts".formatted(rows, written.rows().get("account.csv")));
        bring(folder, company.today());
        delete(folder);
        judge(company);
        keep(new Facts(now.toString(), seed, written.facts()), home.resolve(FACTS));
    }

    private void bring(Path folder, LocalDate today) {
        var order = Map.of("dry_run", false, "complete_until", today.toString());
        var path = "/imports/" + api.post("/imports", order).path("id").asString();
        for (var file : files(folder)) {
            api.upload(path + "/files/" + file.getFileName(), file);
        }
        var result = finished(api.post(path + "/start", Map.of()));
        for (var file : result.path("files")) {
            if (file.path("rejected").asLong() > 0) {
                throw new IllegalStateException("The sample company is broken: " + file);
            }
        }
        tell("imported them");
    }

    /// The last days are there when somebody looks. Those before are closed while they look, and
    /// the days before the company had curves of its own by the model that it began with.
    private void judge(SampleCompany company) {
        var today = company.today();
        var recent = today.minusDays(DAYS_AT_ONCE);
        api.get("/models/current"); // Puts the model in force that every workspace begins with.
        api.put("/models/current", Map.of("yaml", SampleCompany.model()));
        finished(run(recent, today, OWN_CURVES));
        tell("closed the days from %s to %s".formatted(recent, today));
        var since = company.curvesSince();
        run(since, recent.minusDays(1), OWN_CURVES);
        run(today.minusDays(DAYS_JUDGED), since.minusDays(1), FIRST_CURVES);
        tell("goes on with the days before %s".formatted(recent));
    }

    private JsonNode run(LocalDate from, LocalDate to, int version) {
        return api.post(
                "/runs",
                Map.of("from", from.toString(), "to", to.toString(), "model_version", version));
    }

    private JsonNode finished(JsonNode promise) {
        return new JobWatch(api, output).result(promise);
    }

    private void tell(String what) {
        var seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        output.tell("%5.1f s  %s".formatted(seconds, what));
    }

    private static void keep(Facts facts, Path file) {
        try {
            Files.write(file, JSON.writeValueAsBytes(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("keepwell-sample-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
