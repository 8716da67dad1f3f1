package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Looks whether the installation is sound, and says what would mend it.
@RestController
class ChecksController {

    private static final long FREE_BYTES_MIN = 1L << 30;
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String ENGINE_REPAIR =
            "See that the machines of the cluster find the home under"
                    + " keepwell.warehouse.home-there, and may write into its folder 'exchange'.";

    /// One thing that was looked at; `repair` is empty when nothing is wrong.
    record Check(String name, boolean ok, String found, String repair) {}

    /// Everything that was looked at.
    record Checks(boolean ok, List<Check> checks) {}

    private final Database database;
    private final Catalogue catalogue;
    private final Sweeping lake;
    private final Warehouse warehouse;
    private final Path home;

    ChecksController(
            Database database,
            Catalogue catalogue,
            Sweeping lake,
            Warehouse warehouse,
            @Value("${keepwell.home}") Path home) {
        this.database = database;
        this.catalogue = catalogue;
        this.lake = lake;
        this.warehouse = warehouse;
        this.home = home;
    }

    @GetMapping("/api/v1/checks")
    Checks checks() {
        var checks = List.of(server(), durability(), disk(), lake(), metrics(), engine());
        return new Checks(checks.stream().allMatch(Check::ok), checks);
    }

    private Check server() {
        return new Check("database", true, "PostgreSQL " + setting("server_version"), "");
    }

    private Check durability() {
        var off = DURABLE.stream().filter(it -> setting(it).equals("off")).toList();
        var repair =
                off.isEmpty()
                        ? ""
                        : "Turn on %s in the database: a power cut would lose what was confirmed."
                                .formatted(String.join(", ", off));
        return new Check("durability", off.isEmpty(), off.isEmpty() ? "on" : "off: " + off, repair);
    }

    private Check disk() {
        try {
            var free = Files.getFileStore(home).getUsableSpace();
            var ok = free >= FREE_BYTES_MIN;
            return new Check(
                    "disk",
                    ok,
                    "%d MB free for %s".formatted(free >> 20, home),
                    ok ? "" : "Make room, or move the home to a bigger disk.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Check lake() {
        var damaged = lake.damaged();
        if (damaged.isEmpty()) {
            return new Check("lake", true, "every file is as it was written", "");
        }
        var paths = damaged.stream().map(it -> it.path().toString()).toList();
        return new Check(
                "lake",
                false,
                "%d files are missing or damaged".formatted(paths.size()),
                "Restore these from a backup: %s.".formatted(String.join(", ", paths)));
    }

    private Check metrics() {
        return new Check("catalogue", true, catalogue.names().size() + " metrics", "");
    }

    private Check engine() {
        try {
            return new Check("engine", true, warehouse.tried(), "");
        } catch (Refusal e) {
            return new Check("engine", false, e.code(), e.reason());
        } catch (RuntimeException e) {
            return new Check("engine", false, String.valueOf(e.getMessage()), ENGINE_REPAIR);
        }
    }

    private String setting(String name) {
        return database.unscoped(it ->
                it.sql().sql("select current_setting(?)").param(name).query(String.class).single());
    }
}
