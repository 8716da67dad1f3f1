package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists every route with who may use it.
@RestController
class RoutesController {

    /// Every route that this server answers.
    record Routes(List<Entry> routes) {}

    /// A path with those of its methods that need the same permission.
    record Entry(
            String path,
            List<String> methods,
            String permission,
            @JsonProperty("public") boolean isPublic) {

        private boolean takes(Route route) {
            return path.equals(route.path()) && permission.equals(route.permission().word());
        }
    }

    @GetMapping("/api/v1/routes")
    Routes routes() {
        var entries = new ArrayList<Entry>();
        for (var route : Policy.TABLE) {
            entries.stream()
                    .filter(it -> it.takes(route))
                    .findFirst()
                    .orElseGet(() -> added(entries, route))
                    .methods()
                    .add(route.method().name());
        }
        entries.sort(Comparator.comparing(Entry::path));
        return new Routes(entries);
    }

    private static Entry added(List<Entry> entries, Route route) {
        var permission = route.permission();
        var isPublic = permission instanceof Route.Permission.Open;
        var entry = new Entry(route.path(), new ArrayList<>(), permission.word(), isPublic);
        entries.add(entry);
        return entry;
    }
}
