package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BiFunction;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The SQL files of one folder of the catalogue, as packaged with the program.
final class CatalogFolder {

    private CatalogFolder() {}

    /// Reads each file in the order of their names. `reader` takes the place and the text and
    /// answers with the name that the content gives itself, which must be that of the file.
    static void read(String folder, BiFunction<String, String, String> reader) {
        try {
            var pattern = "classpath*:catalog/%s/**/*.sql".formatted(folder);
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (Resource file : files) {
                var place = "catalog/%s/%s".formatted(folder, file.getFilename());
                var text = file.getContentAsString(StandardCharsets.UTF_8);
                var name = reader.apply(place, text);
                if (!place.endsWith("/" + name + ".sql")) {
                    throw Refusal.invalid(
                            "catalogue", "%s  calls itself '%s'.".formatted(place, name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
