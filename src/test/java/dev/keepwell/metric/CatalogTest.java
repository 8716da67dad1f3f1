package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Runs every example in every metric file. To add a test, add an example; there is no Java to
/// write.
class CatalogTest {

    private final Catalogue catalogue = Catalogue.packaged();

    @TestFactory
    Stream<DynamicNode> metrics() {
        return catalogue.files().stream().map(CatalogTest::examples);
    }

    @Test
    void every_metric_says_what_it_means_and_shows_an_edge_and_a_rollup() {
        assertThat(catalogue.files())
                .isNotEmpty()
                .allSatisfy(file -> {
                    assertThat(file.metric().meaning().text()).isNotBlank();
                    assertThat(file.metric().meaning().owner()).isNotBlank();
                    assertThat(Proof.all(file)).hasSizeGreaterThanOrEqualTo(2);
                    if (file.metric().isAskedPer(Grain.COMPANY)) {
                        assertThat(file.examples()).contains("(all)");
                    }
                });
    }

    private static DynamicNode examples(MetricFile file) {
        return dynamicContainer(
                file.metric().name().value(),
                Proof.all(file).stream()
                        .map(it ->
                                dynamicTest(
                                        it.name(), () -> assertThat(it.complaints()).isEmpty())));
    }
}
