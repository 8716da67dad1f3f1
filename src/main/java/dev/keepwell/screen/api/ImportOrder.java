package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Import;
import dev.keepwell.source.ReadyMappings;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to be imported, and how, as somebody asks for it.
record ImportOrder(
        @Nullable Through mapping,
        @Nullable String source,
        boolean dryRun,
        @Nullable LocalDate completeUntil) {

    /// A mapping file as somebody wrote it, whose name is what complaints begin with; or one of
    /// those that come with the program, with what it asks for.
    record Through(
            @Nullable String name,
            @Nullable String text,
            @Nullable String ready,
            @Nullable Map<String, String> with) {}

    Import.Order asked(ReadyMappings mappings) {
        var order =
                new Import.Order(
                        source == null ? Import.Order.CSV : source,
                        dryRun,
                        completeUntil,
                        null,
                        null);
        return mapping == null ? order : through(mapping, order, mappings);
    }

    private static Import.Order through(
            Through mapping, Import.Order order, ReadyMappings mappings) {
        var ready = mapping.ready();
        var text = mapping.text();
        if ((ready == null) == (text == null)) {
            throw Refusal.invalid(
                    "mapping",
                    "A mapping is a 'text' with its 'name', or the name of a 'ready' one."
                            + " Send one of the two.");
        }
        if (ready != null) {
            var with = mapping.with();
            return mappings.named(ready).order(order, with == null ? Map.of() : with);
        }
        var name = mapping.name();
        return order.withMapping(name == null ? "mapping.yaml" : name, String.valueOf(text));
    }
}
