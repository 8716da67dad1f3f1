package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keepwell.kernel.Keys;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// Runs every example in every condition file.
class ConditionsTest {

    private static final Set<String> KEYS = Set.of("name", "as_of", "missing", "given", "expect");

    private final List<ConditionFile> files = Conditions.packaged().files();

    @TestFactory
    Stream<DynamicNode> conditions() {
        return files.stream()
                .map(it -> dynamicContainer(it.condition().name(), examples(it).stream()));
    }

    @Test
    void every_condition_shows_when_it_holds_and_when_it_does_not() {
        assertThat(files).isNotEmpty().allSatisfy(it -> assertThat(examples(it)).hasSize(2));
    }

    private static List<DynamicTest> examples(ConditionFile file) {
        var block = Keys.of(file.condition().name(), new Yaml().load(file.examples()));
        var tests = new ArrayList<DynamicTest>();
        for (var example : (List<?>) block.find("examples").orElseThrow()) {
            var keys = Keys.of(file.condition().name(), example).only(KEYS);
            tests.add(dynamicTest(keys.text("name"), () -> check(file.condition(), keys)));
        }
        return tests;
    }

    private static void check(Condition condition, Keys example) {
        var day = GivenRows.day(example, "as_of").orElseThrow();
        var span = Span.trailing(day, 1, day);
        var expected = GivenFacts.rows(example.text("expect"));
        try (var facts =
                GivenRows.open(example, List.of(span), condition.sources(), Conventions.DEFAULT)) {
            var holding = new ConditionEvaluation(facts).of(condition, List.of(span));
            for (var row : expected.subList(1, expected.size())) {
                var holds = holding.map(it -> it.getFirst().contains(row.getFirst()));
                assertThat(holds.map(String::valueOf).orElse(""))
                        .as(row.getFirst())
                        .isEqualTo(row.getLast());
            }
        }
    }
}
