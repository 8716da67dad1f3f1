package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.MetricIndexTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// On the sample company every metric answers at each of its grains, and its rows make its values.
class CatalogueStoryTest {

    @Test
    void every_metric_answers_at_each_grain_and_its_rows_make_its_values() throws IOException {
        var survey = survey();
        var byGrain = new HashMap<String, JsonNode>();
        survey.path("data")
                .forEach(it ->
                        byGrain.put(
                                it.path("metric").asString() + " " + it.path("grain").asString(),
                                it));

        for (var named : MetricIndexTest.index()) {
            for (var grain : named.grains()) {
                var line = byGrain.get(named.metric() + " " + grain.word());
                assertThat(line).as("%s per %s", named, grain.word()).isNotNull();
                assertThat(line.path("values").asInt())
                        .as("values of %s per %s", named, grain.word())
                        .isPositive();
            }
        }
        assertThat(survey.path("data"))
                .allSatisfy(it ->
                        assertThat(it.path("unexplained"))
                                .as("%s per %s", it.path("metric"), it.path("grain"))
                                .isEmpty());
    }

    private static JsonNode survey() {
        var words = List.of("metric", "survey", "--months", "2", "--traced", "1", "--json");
        var printed = DemoHouse.shared().print(words.toArray(String[]::new));
        return JsonMapper.shared().readTree(printed);
    }
}
