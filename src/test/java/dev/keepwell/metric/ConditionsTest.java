package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keepwell.kernel.Keys;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.workspace.Conventions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
            var answers = answers(new ConditionEvaluation(facts), condition, span);
            for (var row : expected.subList(1, expected.size())) {
                assertThat(answers.apply(row.getFirst()))
                        .as(row.getFirst())
                        .isEqualTo(row.getLast());
            }
        }
    }

    private static UnaryOperator<String> answers(
            ConditionEvaluation evaluation, Condition condition, Span span) {
        return switch (condition.answers()) {
            case HOLDS -> {
                var holding = evaluation.of(condition, List.of(span));
                yield account ->
                        holding.map(it -> String.valueOf(it.getFirst().contains(account)))
                                .orElse("");
            }
            case NUMBER, WORD -> {
                var traits = evaluation.traits(condition, List.of(span)).getFirst();
                yield account ->
                        Optional.ofNullable(traits.get(account)).map(Trait::text).orElse("");
            }
        };
    }
}
