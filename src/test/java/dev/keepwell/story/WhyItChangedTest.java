package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.sample.SampleCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Northwind Robotics loses its data on return, then comes under another model: each time the
/// change says what the customer did, what missing data did, and what the model did.
class WhyItChangedTest {

    private static final String NORTHWIND = "/accounts/ext:csv/northwind/health";
    private static final double EXACTLY = 1e-9;

    @TempDir private Path folder;
    private final OwnWorkspace own = OwnWorkspace.open();
    private LocalDate today = LocalDate.EPOCH;

    @Test
    @Tag("long")
    void missing_data_and_a_new_model_each_answer_for_themselves() throws IOException {
        var company = new SampleCompany(SampleCompany.SEED, Instant.now(), 0);
        today = company.today();
        company.write(folder);
        own.bring(company, folder);
        judge(today.minusDays(30));
        judge(today);
        assertThat(sum(change(), "")).isEqualTo(-5.3, within(EXACTLY));

        forgetReturns();
        judge(today);
        seesTheFlatteringEffectOfMissingData();

        publishLessUsage();
        seesWhatTheModelDid();
        reachesGreenByTheWayThatIsShown();
        aPersonOverrulesForAWhile();
        theLedgerSaysTheSameByItself();
    }

    private void seesTheFlatteringEffectOfMissingData() {
        var health = own.get(NORTHWIND);
        assertThat(health.path("published").asDouble()).isEqualTo(69.7);
        assertThat(health.path("raw").asDouble()).isEqualTo(69.667, within(5e-4));
        assertThat(health.path("coverage").asDouble()).isEqualTo(.9, within(EXACTLY));
        var change = change();
        assertThat(sum(change, "weight")).isEqualTo(.66, within(.01));
        assertThat(sum(change, "value")).isEqualTo(-5.59, within(.01));
        assertThat(sum(change, "")).isEqualTo(-4.9, within(EXACTLY));
    }

    private void seesWhatTheModelDid() {
        var change = change();
        assertThat(causes(change)).contains("config");
        var moved = change.path("to").path("value").asDouble();
        assertThat(sum(change, "")).isEqualTo(moved - 74.6, within(EXACTLY));
        assertThat(own.get(NORTHWIND).path("model_version").asInt()).isEqualTo(2);
    }

    /// What is said to make it green does so when the score is computed with it.
    private void reachesGreenByTheWayThatIsShown() {
        var ways = own.get(NORTHWIND + "/path").path("ways");
        assertThat(ways).isNotEmpty();
        for (var way : ways) {
            var values = new HashMap<String, Object>();
            way.path("steps")
                    .forEach(it ->
                            values.put(
                                    it.path("measure").asString(),
                                    it.path("target").path("value").asDouble()));
            var supposed = own.ask("POST", NORTHWIND + "/what-if", Map.of("values", values));
            assertThat(supposed.path("published").asDouble())
                    .as("%s in %s", values, supposed)
                    .isGreaterThanOrEqualTo(75);
            assertThat(supposed.path("band").asString()).isEqualTo("green");
        }
    }

    private void aPersonOverrulesForAWhile() {
        var before = own.get(NORTHWIND).path("published").asDouble();
        var path = "/accounts/ext:csv/northwind/overrides";
        var order = Map.of("score", 40.5, "author", "ann", "reason", "The budget is gone.");

        var ordered = own.ask("POST", path, order);

        own.result(ordered.path("job").asString());
        var health = own.get(NORTHWIND);
        assertThat(health.path("published").asDouble()).isEqualTo(40.5);
        assertThat(health.path("capped").asDouble()).isEqualTo(before);
        assertThat(health.path("band").asString()).isEqualTo("red");
        assertThat(health.path("override").path("author").asString()).isEqualTo("ann");
        assertThat(health.path("override").path("expires_on").asString())
                .isEqualTo(today.plusDays(30).toString());
        assertThat(sum(change(), "override")).isEqualTo(40.5 - before, within(EXACTLY));

        own.done(TestHouse.ask(own.token(), "DELETE", "/api/v1" + path + "?author=bob", "").json());
        assertThat(own.get(NORTHWIND).path("published").asDouble()).isEqualTo(before);
        var kept = own.get(path).path("data").path(0);
        assertThat(kept.path("ended_by").asString()).isEqualTo("bob");
        assertThat(kept.path("active").asBoolean()).isFalse();
        assertThat(own.ask("POST", path, Map.of("band", "grey")).path("type").asString())
                .endsWith("/override");
    }

    private void theLedgerSaysTheSameByItself() {
        var result = own.done(own.ask("POST", "/verifications", Map.of()));
        System.out.println("Scored again from the ledger alone: " + result);
        assertThat(result.path("account_days").asInt()).isPositive();
        assertThat(result.path("differing").asInt()).isZero();
    }

    private void forgetReturns() throws IOException {
        for (var table : Set.of("outcome_goal", "outcome_measurement")) {
            var lines = Files.readAllLines(folder.resolve(table + ".csv"));
            var text =
                    lines.stream()
                            .skip(1)
                            .map(it -> it + "," + Instant.now())
                            .collect(Collectors.joining("\n"));
            var csv = lines.getFirst() + ",deleted_at\n" + text + "\n";
            var path = "/api/v1/imports?table=" + table;
            own.done(TestHouse.send(own.token(), "POST", path, "text/csv", csv).json());
        }
    }

    private void publishLessUsage() {
        var current = own.get("/models/current");
        assertThat(current.path("version").asInt()).isEqualTo(1);
        var usage = "  - group: usage\n    weight: ";
        var model = SampleCompany.model();
        assertThat(model).contains(usage + "30");
        own.ask(
                "PUT",
                "/models/current",
                Map.of("yaml", model.replace(usage + "30", usage + "25")));
        judge(today);
    }

    private JsonNode change() {
        var days = "?from=%s&to=%s".formatted(today.minusDays(30), today);
        return own.get(NORTHWIND + "/change" + days);
    }

    /// Of all causes when none is named.
    private static double sum(JsonNode change, String cause) {
        return change.path("lines")
                .valueStream()
                .filter(it -> cause.isEmpty() || it.path("cause").asString().equals(cause))
                .mapToDouble(it -> it.path("points").asDouble())
                .sum();
    }

    private static Set<String> causes(JsonNode change) {
        return change.path("lines")
                .valueStream()
                .map(it -> it.path("cause").asString())
                .collect(Collectors.toSet());
    }

    private void judge(LocalDate day) {
        own.judge(day, day);
    }
}
