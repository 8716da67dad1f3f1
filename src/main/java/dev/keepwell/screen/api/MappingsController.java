package dev.keepwell.screen.api;

import dev.keepwell.source.ReadyMapping;
import dev.keepwell.source.ReadyMappings;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The mappings that come with the program: what each reads, and what it leaves out and why.
@RestController
class MappingsController {

    /// A mapping without its text.
    record Entry(
            String name,
            String title,
            String system,
            String export,
            List<ReadyMapping.Parameter> parameters,
            List<String> tables,
            List<ReadyMapping.File> files,
            List<ReadyMapping.LeftOut> leftOut) {

        static Entry of(ReadyMapping it) {
            return new Entry(
                    it.name(),
                    it.about().title(),
                    it.about().system(),
                    it.about().export(),
                    it.parameters(),
                    it.tables(),
                    it.files(),
                    it.leftOut());
        }
    }

    /// All of them.
    record Entries(List<Entry> data) {}

    /// One, with the text that a person may copy and change.
    record Whole(Entry mapping, String yaml) {}

    private final ReadyMappings mappings;

    MappingsController(ReadyMappings mappings) {
        this.mappings = mappings;
    }

    @GetMapping("/api/v1/mappings")
    Entries list() {
        return new Entries(mappings.all().stream().map(Entry::of).toList());
    }

    @GetMapping("/api/v1/mappings/{name}")
    Whole show(@PathVariable String name) {
        var mapping = mappings.named(name);
        return new Whole(Entry.of(mapping), mapping.text());
    }
}
