package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.sample.Fact;
import dev.keepwell.sample.SampleCompany;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The sample company goes through the whole street, and what the product says of it is held
/// against what it counted itself.
class SampleStoryTest {

    /// Figures are written with twelve digits.
    private static final double CLOSE = 1e-9;

    private static final double CENT = 0.006;
    private static final Set<String> MONEY = Set.of("mrr", "mrr_movement", "arpa");

    @TempDir private Path folder;
    private final OwnWorkspace own = OwnWorkspace.open();

    @Test
    void what_the_sample_counted_is_what_the_product_answers() throws IOException {
        var now = Instant.parse("2026-02-11T08:00:00Z");
        var company = new SampleCompany(SampleCompany.SEED, now, 50);

        var facts = bring(company).facts();

        var told = new TreeMap<String, Double>();
        var answered = new TreeMap<String, Double>();
        for (var fact : facts) {
            double value = fact.value().doubleValue();
            double answer = answer(fact);
            told.put(fact.toString(), value);
            answered.put(
                    fact.toString(),
                    Math.abs(answer - value) < (MONEY.contains(fact.metric()) ? CENT : CLOSE)
                            ? value
                            : answer);
        }
        assertThat(facts).hasSizeGreaterThan(25);
        assertThat(answered).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:30:00Z", // A leap day, and already March in Madrid.
                "2025-03-30T09:00:00Z", // A day of 23 hours.
                "2026-01-01T12:00:00Z" // Holidays and a year's end inside both months.
            })
    void northwind_is_at_69_3_and_was_at_74_6_whatever_the_day(String now) throws IOException {
        var company = new SampleCompany(SampleCompany.SEED, Instant.parse(now), 0);
        bring(company);
        judge(company.today().minusDays(30));
        judge(company.today());

        var health = health(company.today());
        var groups =
                health.path("groups")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.path("id").asString(),
                                        it -> rounded(it.path("contribution"), 100)));

        assertThat(health.path("published").asDouble()).isEqualTo(69.3);
        assertThat(health.path("coverage").asDouble()).isCloseTo(1, within(CLOSE));
        assertThat(health.path("caps")).isEmpty();
        assertThat(groups)
                .isEqualTo(
                        Map.of(
                                "usage", 18.0,
                                "sentiment", 14.0,
                                "engagement", 12.75,
                                "relationship", 11.1,
                                "roi", 6.6,
                                "advocacy", 6.85));
        var before = health(company.today().minusDays(30));
        assertThat(before.path("published").asDouble()).isEqualTo(74.6);
        assertThat(before.path("caps")).isEmpty();
        assertThat(changes(company.today()))
                .isEqualTo(
                        Map.of(
                                "usage", -5.4,
                                "sentiment", -0.4,
                                "engagement", 0.75,
                                "relationship", 0.0,
                                "roi", 0.0,
                                "advocacy", -0.25));
    }

    private SampleCompany.Written bring(SampleCompany company) throws IOException {
        var written = company.write(folder);
        for (var file : own.bring(company, folder).path("files")) {
            assertThat(file.path("created").asInt())
                    .as(file.toString())
                    .isEqualTo(file.path("read").asInt());
        }
        return written;
    }

    private void judge(LocalDate day) {
        own.judge(day, day);
    }

    private JsonNode health(LocalDate day) {
        return own.get("/accounts/ext:csv/northwind/health?as_of=" + day);
    }

    private Map<String, Double> changes(LocalDate today) {
        var days = "?from=%s&to=%s".formatted(today.minusDays(30), today);
        var points = new TreeMap<String, Double>();
        for (var line : own.get("/accounts/ext:csv/northwind/health/change" + days).path("lines")) {
            if (!line.path("cause").asString().equals("rounding")) {
                points.merge(
                        line.path("group").asString(), line.path("points").asDouble(), Double::sum);
            }
        }
        points.replaceAll((_, it) -> Math.round(it * 100) / 100.0);
        return points;
    }

    private double answer(Fact fact) {
        var question =
                "/metrics/%s/values?grain=%s&%s%s"
                        .formatted(
                                fact.metric(),
                                fact.grain(),
                                fact.period().isEmpty()
                                        ? "as_of=" + fact.asOf()
                                        : "period=" + fact.period(),
                                fact.entity().isEmpty() ? "" : "&entity=" + fact.entity());
        return own.get(question)
                .path("data")
                .valueStream()
                .filter(it -> it.path("component").asString("").equals(fact.component()))
                .filter(it -> it.path("dimension").isEmpty())
                .map(it -> it.path("value"))
                .map(it -> it.isObject() ? it.path("amount") : it)
                .mapToDouble(it -> Double.parseDouble(it.asString("NaN")))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static double rounded(JsonNode number, int parts) {
        return Math.round(number.asDouble() * parts) / (double) parts;
    }
}
