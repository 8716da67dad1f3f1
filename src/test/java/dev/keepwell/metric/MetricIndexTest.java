package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/// The catalogue holds every metric that the specification names, under its categories and for its
/// grains.
public class MetricIndexTest {

    private final Catalogue catalogue = Catalogue.packaged();

    /// A line of the index.
    public record Named(String metric, List<String> tags, List<Grain> grains) {

        static Named of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Named(
                    cells.get(0),
                    List.of(cells.get(1).split(", ")),
                    Arrays.stream(cells.get(2).split(" ")).map(Grain::named).toList());
        }

        @Override
        public String toString() {
            return metric;
        }
    }

    /// All lines of the index.
    public static List<Named> index() throws IOException {
        var text = new ClassPathResource("metric-index.txt");
        return text.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Named::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("index")
    void a_named_metric_is_there_for_every_grain_and_tells_its_rows(Named named) {
        var metric = catalogue.named(named.metric());
        assertThat(metric.rules().per()).containsAll(named.grains());
        assertThat(metric.meaning().tags()).containsAll(named.tags());
        assertThat(metric.meaning().caveats()).isNotEmpty();
        assertThat(metric.queries().rows().query()).as("the rows behind it").isNotEmpty();
    }
}
