package dev.keepwell.screen.accounts;

import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What can be picked to narrow a list, each as the address that it leads to.
public record Choices(List<Section> sections) {

    public Choices {
        sections = List.copyOf(sections);
    }

    /// The choices of one field.
    public record Section(String name, List<Choice> choices) {}

    /// One choice. Picking it again takes it back.
    public record Choice(String label, String address, boolean isOn) {}

    static Choices of(Address address, Map<Field, List<String>> words) {
        var sections = new ArrayList<Section>();
        sections.add(picks(address, Field.HEALTH, List.of("R", "Y", "G", "N")));
        sections.add(
                asks(
                        address,
                        Field.RENEWAL,
                        "renewal.within(30d)",
                        "renewal.within(90d)",
                        "renewal.within(180d)",
                        "renewal.passed()"));
        sections.add(
                asks(
                        address,
                        Field.TOUCH,
                        "touch.over(14d)",
                        "touch.over(30d)",
                        "touch.over(60d)",
                        "touch.never()"));
        sections.add(picks(address, Field.PULSE, List.of("R", "Y", "G")));
        sections.add(picks(address, Field.SPONSOR, List.of("ok", "quiet", "left", "none")));
        Stream.of(Field.SEGMENT, Field.TIER, Field.PLAN, Field.OWNER)
                .filter(it -> !words.getOrDefault(it, List.of()).isEmpty())
                .forEach(it -> sections.add(picks(address, it, words.getOrDefault(it, List.of()))));
        sections.add(asks(address, Field.CUSTOMER, "customer.is(yes)", "customer.is(no)"));
        return new Choices(sections);
    }

    /// Any number of words of a field, of which one has to fit.
    private static Section picks(Address address, Field field, List<String> words) {
        var picked =
                address.filters().stream()
                        .filter(it -> it.field() == field && it.match() != Match.NOT)
                        .flatMap(it -> it.arguments().stream())
                        .toList();
        var choices =
                words.stream()
                        .map(it ->
                                new Choice(
                                        FilterWords.word(field, it),
                                        address.with(field, in(field, toggled(picked, it)))
                                                .toString(),
                                        picked.contains(it)))
                        .toList();
        return new Section(FilterWords.name(field), choices);
    }

    private static List<Filter> in(Field field, List<String> words) {
        return words.isEmpty() ? List.of() : List.of(new Filter(field, Match.IN, words));
    }

    private static List<String> toggled(List<String> picked, String word) {
        return picked.contains(word)
                ? picked.stream().filter(it -> !it.equals(word)).toList()
                : Stream.concat(picked.stream(), Stream.of(word)).toList();
    }

    /// One of several questions about a field.
    private static Section asks(Address address, Field field, String... filters) {
        var choices =
                Stream.of(filters)
                        .map(it -> Filter.parse(it).getFirst())
                        .map(it -> {
                            var isOn = address.filters().contains(it);
                            var others = isOn ? List.<Filter>of() : List.of(it);
                            var label = FilterWords.brief(it);
                            return new Choice(label, address.with(field, others).toString(), isOn);
                        })
                        .toList();
        return new Section(FilterWords.name(field), choices);
    }
}
