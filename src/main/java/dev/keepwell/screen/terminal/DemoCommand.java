package dev.keepwell.screen.terminal;

import dev.keepwell.postgres.Home;
import dev.keepwell.sample.SampleCompany;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a server with a sample company in it, which it makes when the home is new.
///
/// A sample company lives in its own day: with `--now`, and whenever it was made before, the clock
/// stands still. Only one that is made for the present moment has the real clock.
@Command(
        name = "demo",
        headerHeading =
                "Examples:%n  ./keepwell demo%n"
                        + "  ./keepwell demo --now 2025-03-31T09:00:00Z --seed 7%n%n",
        description = "Runs a server with a believable sample company.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "The moment at which its clock stands; otherwise the present.")
    private @Nullable Instant now;

    @Option(names = "--seed", paramLabel = "N", description = "Another number, another company.")
    private long seed = SampleCompany.SEED;

    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var home = terminal.home();
        checkSettings();
        var moment = now == null ? standing(home) : now;
        boolean isMade = isMade(home);
        if (!isMade) {
            prepare(home);
        }
        var settings = new HashMap<>(Map.of("keepwell.sample", "true"));
        if (moment != null) {
            settings.put("keepwell.now", moment.toString());
        }
        try (var server = Server.forEverybody(terminal, settings)) {
            var file = server.file();
            file.write(home);
            server.beforeStop(() -> file.delete(home));
            if (!isMade) {
                make(server, home);
            }
            welcome(file);
            server.awaitStop();
        }
        return Exit.OK;
    }

    /// The day of a company that is there already goes on being its day.
    private @Nullable Instant standing(Path home) {
        var made = SampleMark.read(home).filter(_ -> isMade(home)).map(SampleMark::now);
        return made.map(Instant::parse).orElse(null);
    }

    private boolean isMade(Path home) {
        return SampleMark.read(home).filter(this::isWanted).isPresent();
    }

    private boolean isWanted(SampleMark mark) {
        return mark.now() != null
                && mark.seed() == seed
                && (now == null || day(now).equals(day(Instant.parse(mark.now()))));
    }

    private Object day(Instant moment) {
        return moment.atZone(SampleCompany.ZONE).toLocalDate();
    }

    /// Before anything is made room for: a demo that cannot start changes nothing.
    private void checkSettings() {
        if (!terminal.setting("KEEPWELL_DATABASE_URL", "").isEmpty()) {
            throw new Stop(
                    Exit.CONFIGURATION,
                    "A demo has a database of its own. Unset KEEPWELL_DATABASE_URL.");
        }
        Server.refuseTaken(terminal);
    }

    /// A sample company of another day or seed, or one that was cut off, makes room. It is kept
    /// under another name: somebody may have added something of their own to it. A home that never
    /// held a sample is not touched.
    private void prepare(Path home) {
        if (SampleMark.read(home).isPresent()) {
            var aside = Home.open(home).setAside();
            terminal.output()
                    .tell(
                            "The sample company of another day is kept in %s; delete it at will."
                                    .formatted(aside));
        } else if (!Home.isUnused(home)) {
            throw new Stop(
                    Exit.CONFIGURATION,
                    ("The home %s holds data of its own, and a demo would mix with it. Choose a"
                                    + " new folder with KEEPWELL_HOME.")
                            .formatted(home));
        }
        Home.open(home);
        new SampleMark(null, seed).write(home);
    }

    private void make(Server server, Path home) {
        var file = server.file();
        var api = new Api(file.url(), file.token(), "default");
        var moment = server.now();
        var company = new SampleCompany(seed, moment, SampleCompany.OTHERS);
        new SampleArrival(api, terminal.output()).make(company, moment, seed, home);
        new SampleMark(moment.toString(), seed).write(home);
    }

    private void welcome(ServerFile file) {
        var link = SignInCommand.link(new Api(file.url(), file.token(), "default"));
        terminal.output().showLines(link, () -> List.of(link.path("url").asString()));
        terminal.output()
                .tell(
                        ("The sample company is ready. Open the link above; it works once."
                                        + " './keepwell sign-in' prints another. Ctrl-C stops %s.")
                                .formatted(file.url()));
    }
}
