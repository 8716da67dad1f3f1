package dev.keepwell.screen.model;

import dev.keepwell.health.Model;
import dev.keepwell.kernel.Refusal;

/// The part of a model that somebody looks at, as addresses name it: `group/usage`, `measure/nps`,
/// `caps`, `bands`, `profiles`.
public sealed interface Node {

    /// As an address has it.
    String word();

    record OfGroup(String group) implements Node {

        @Override
        public String word() {
            return "group/" + group;
        }
    }

    record OfMeasure(String metric) implements Node {

        @Override
        public String word() {
            return "measure/" + metric;
        }
    }

    record OfCaps() implements Node {

        @Override
        public String word() {
            return "caps";
        }
    }

    record OfBands() implements Node {

        @Override
        public String word() {
            return "bands";
        }
    }

    record OfProfiles() implements Node {

        @Override
        public String word() {
            return "profiles";
        }
    }

    /// The part of this name, or the first group where the model has no such part: it may have been
    /// removed since the address was written.
    static Node of(String word, Model model) {
        var cut = word.indexOf('/');
        var name = word.substring(cut + 1);
        Node named =
                switch (cut < 0 ? word : word.substring(0, cut)) {
                    case "caps" -> new OfCaps();
                    case "bands" -> new OfBands();
                    case "profiles" -> new OfProfiles();
                    case "measure" -> new OfMeasure(name);
                    case "group", "" -> new OfGroup(name);
                    case String other ->
                            throw Refusal.invalid(
                                    "node",
                                    ("A part of a model is group/…, measure/…, caps, bands or"
                                                    + " profiles, but got '%s'.")
                                            .formatted(other));
                };
        return isIn(named, model) ? named : new OfGroup(model.groups().getFirst().name());
    }

    private static boolean isIn(Node node, Model model) {
        return switch (node) {
            case OfGroup(var group) ->
                    model.groups().stream().anyMatch(it -> it.name().equals(group));
            case OfMeasure(var metric) ->
                    model.measures().anyMatch(it -> it.metric().value().equals(metric));
            case OfCaps _, OfBands _, OfProfiles _ -> true;
        };
    }
}
