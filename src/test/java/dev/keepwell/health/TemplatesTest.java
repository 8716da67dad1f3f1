package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.metric.Catalogue;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default | usage 30, sentiment 20, engagement 15, relationship 15, roi 10, advocacy"
                        + " 10",
                "with_service | usage 25, sentiment 20, engagement 15, relationship 15, roi 10,"
                        + " service 10, advocacy 5",
                "starter_four | usage 40, engagement 20, pulse 20, support 20",
                "high_touch | usage 20, sentiment 20, engagement 15, relationship 25, roi 15,"
                        + " advocacy 5",
                "low_touch | usage 40, sentiment 20, engagement 10, service 20, advocacy 10",
                "onboarding | usage 30, onboarding 40, sentiment 15, engagement 15",
                "first_file | value 50, growth 50"
            })
    void a_template_is_a_model_whose_metrics_there_are(String name, String groups) {
        var yaml = Packaged.text("/catalog/models/%s.yaml".formatted(name));
        var model = Given.FILES.read(yaml);
        var template = new Template(name, yaml, model);

        assertThat(model.name()).isEqualTo(name);
        assertThat(
                        model.groups().stream()
                                .map(it -> it.name() + " " + (int) it.weight())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(groups);
        assertThat(model.groups().stream().mapToDouble(Model.Group::weight).sum()).isEqualTo(100);
        assertThat(model.groups())
                .allSatisfy(it ->
                        assertThat(it.measures().stream().mapToDouble(Model.Measure::weight).sum())
                                .isEqualTo(100));
        assertThat(model.metrics()).allSatisfy(it -> assertThat(CATALOGUE.find(it)).isPresent());
        assertThat(template.needs(CATALOGUE, Set.of()))
                .hasSameSizeAs(model.measures().toList())
                .allMatch(Template.Need::isMissing);
    }
}
