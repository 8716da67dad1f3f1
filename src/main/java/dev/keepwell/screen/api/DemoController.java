package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells the figures that the sample company counted itself, to hold the product's own against.
@RestController
class DemoController {

    private static final String FILE = "sample-facts.json";

    private final Path file;

    DemoController(@Value("${keepwell.home}") Path home) {
        file = home.resolve(FILE);
    }

    @GetMapping("/api/v1/demo/facts")
    JsonNode facts() {
        if (!Files.exists(file)) {
            throw Refusal.unknown(
                    "no_sample",
                    "This home has no sample company. './keepwell demo' makes one in a new home.");
        }
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
