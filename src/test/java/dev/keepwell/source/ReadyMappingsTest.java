package dev.keepwell.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Format;
import dev.keepwell.source.file.Layout;
import dev.keepwell.story.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadyMappingsTest {

    private static final ReadyMappings MAPPINGS = ReadyMappings.packaged();

    static List<ReadyMapping> all() {
        return MAPPINGS.all();
    }

    @Test
    void seven_systems_are_read() {
        assertThat(all())
                .extracting(ReadyMapping::name)
                .containsExactly(
                        "hubspot",
                        "pendo",
                        "ravenstack",
                        "salesforce",
                        "stripe",
                        "telco",
                        "zendesk");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatever_a_ready_mapping_leaves_out_has_a_reason(ReadyMapping mapping) {
        var leftOut = new ArrayList<>(mapping.leftOut());
        mapping.files().forEach(it -> leftOut.addAll(it.leftOut()));

        assertThat(leftOut).isNotEmpty().allSatisfy(it -> assertThat(it.because()).isNotBlank());
        assertThat(mapping.about().export()).isNotBlank();
        assertThat(mapping.tables()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "salesforce, exports/salesforce",
        "hubspot, exports/hubspot",
        "zendesk, exports/zendesk",
        "stripe, exports/stripe",
        "pendo, exports/pendo",
        "ravenstack, ravenstack",
        "telco, telco"
    })
    void an_export_is_recognised_and_each_of_its_columns_accounted_for(String name, String data)
            throws IOException {
        var headers = headers(SharedData.folder(data));
        var mapping = MAPPINGS.named(name);

        assertThat(MAPPINGS.matching(headers).getFirst().mapping().name()).isEqualTo(name);
        for (var file : headers.entrySet()) {
            assertThat(mapping.unknownTo(file.getKey(), file.getValue()))
                    .as("columns of %s", file.getKey())
                    .isEmpty();
        }
    }

    @Test
    void a_file_is_recognised_by_its_columns_whatever_it_is_called() throws IOException {
        var header = headers(SharedData.folder("telco")).get("Telco-Customer-Churn.csv");

        assertThat(MAPPINGS.matching(Map.of("customers.csv", header)))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.files())
                                .containsExactly(
                                        Map.entry("customers.csv", "Telco-Customer-Churn.csv")));
    }

    @Test
    void a_list_of_names_looks_like_no_export() {
        assertThat(MAPPINGS.matching(Map.of("people.csv", List.of("id", "name", "email"))))
                .isEmpty();
    }

    @Test
    void what_is_not_there_is_refused_with_what_is() {
        assertThatThrownBy(() -> MAPPINGS.named("salesfroce"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Did you mean 'salesforce'?");
        assertThatThrownBy(() -> order("salesforce", Map.of("curency", "EUR")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Did you mean 'currency'?");
        assertThatThrownBy(() -> order("salesforce", Map.of("currency", "EUR, USD")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("A parameter is a word, a number or a day");
    }

    @Test
    void what_a_person_says_stands_in_the_mapping_that_is_kept() {
        var text = order("salesforce", Map.of("currency", "EUR", "term_months", "12"));

        assertThat(text).contains("currency: {value: \"EUR\",", "term_months: {value: \"12\",");
        assertThat(Parameters.settled("x", text)).contains("default: EUR", "months_after: 12");
    }

    private static String order(String mapping, Map<String, String> with) {
        return String.valueOf(
                MAPPINGS.named(mapping).order(Import.Order.CANONICAL, with).mappingText());
    }

    private static Map<String, List<String>> headers(Path folder) throws IOException {
        var headers = new TreeMap<String, List<String>>();
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var name = String.valueOf(file.getFileName());
                headers.put(name, new DataFile(name, file, Layout.plain(Format.CSV)).columns());
            }
        }
        return headers;
    }
}
