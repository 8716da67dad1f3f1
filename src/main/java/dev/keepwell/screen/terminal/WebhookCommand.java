package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Makes, lists, rotates and deletes the addresses at which other systems call, and shows what they
/// delivered.
@Command(
        name = "webhook",
        headerHeading =
                "Examples:%n  ./keepwell webhook create stripe --secret-file stripe.secret%n"
                        + "  ./keepwell webhook list%n%n",
        description = "The addresses at which other systems tell what has changed.",
        mixinStandardHelpOptions = true)
final class WebhookCommand {

    private final Terminal terminal;

    WebhookCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook create stripe --secret-file stripe.secret%n"
                            + "  ./keepwell webhook create slack --secret-file s"
                            + " --channel C024BE91L=acorn%n%n",
            description = "Makes an address and prints it, with the secret if Keepwell draws it.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "PROVIDER") String provider,
            @Option(
                            names = "--secret-file",
                            paramLabel = "FILE",
                            description = "Holds the secret that the provider shows; - reads it.")
                    @Nullable String secretFile,
            @Option(names = "--source", paramLabel = "S", defaultValue = "") String source,
            @Option(names = "--name", defaultValue = "") String name,
            @Option(
                            names = "--public-url",
                            paramLabel = "URL",
                            description = "How the server is called from outside.")
                    @Nullable String publicUrl,
            @Option(names = "--channel", paramLabel = "CHANNEL=ACCOUNT")
                    @Nullable Map<String, String> channels) {
        var order = new HashMap<String, Object>();
        order.put("provider", provider);
        order.put("source", source);
        order.put("name", name);
        order.put("channels", channels == null ? Map.of() : channels);
        if (publicUrl != null) {
            order.put("public_url", publicUrl);
        }
        if (secretFile != null) {
            order.put("secret", secret(secretFile));
        }
        return terminal.ask(api -> {
            var made = api.post("/webhooks", order);
            terminal.output().showLines(made, () -> lines(made));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook list%n  ./keepwell webhook list --json%n%n",
            description = "Lists the addresses, without their secrets.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/webhooks");
            terminal.output().show(answer, () -> webhooks(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook rotate whk_01 --secret-file new.secret%n"
                            + "  ./keepwell webhook rotate whk_01 --end%n%n",
            description = "Takes another secret beside the present one; --end ends the old one.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--secret-file", paramLabel = "FILE") @Nullable String secretFile,
            @Option(names = "--end", description = "Only the newest secret counts.") boolean end) {
        return terminal.ask(api -> {
            var path = "/webhooks/" + Api.encoded(id);
            if (end) {
                api.post(path + "/rotate-end", Map.of());
                terminal.output().tell("Only the newest secret of %s counts.".formatted(id));
                return Exit.OK;
            }
            var order = secretFile == null ? Map.of() : Map.of("secret", secret(secretFile));
            var made = api.post(path + "/rotate", order);
            terminal.output().showLines(made, () -> lines(made));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook delete whk_01%n"
                            + "  ./keepwell webhook delete whk_01 --workspace acme%n%n",
            description = "Ends an address at once. What came there stays.",
            mixinStandardHelpOptions = true)
    int delete(@Parameters(paramLabel = "ID") String id) {
        return terminal.ask(api -> {
            api.delete("/webhooks/" + Api.encoded(id));
            terminal.output().tell("The webhook %s is deleted.".formatted(id));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook deliveries whk_01%n"
                            + "  ./keepwell webhook deliveries whk_01 --state set_aside%n%n",
            description = "Shows what was delivered and what became of it, the newest first.",
            mixinStandardHelpOptions = true)
    int deliveries(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--state", defaultValue = "") String state) {
        return terminal.ask(api -> {
            var path = "/webhooks/%s/deliveries".formatted(Api.encoded(id));
            var answer = api.get(Api.query(path, Map.of("state", state)));
            terminal.output().show(answer, () -> delivered(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell webhook replay whk_01%n"
                            + "  ./keepwell webhook replay whk_01 --delivery 42%n%n",
            description = "Tries what was set aside again.",
            mixinStandardHelpOptions = true)
    int replay(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--delivery", paramLabel = "N") @Nullable Long delivery) {
        return terminal.ask(api -> {
            var order = delivery == null ? Map.of() : Map.of("delivery", delivery);
            var tried = api.post("/webhooks/%s/replays".formatted(Api.encoded(id)), order);
            terminal.output()
                    .tell("%d are tried again.".formatted(tried.path("deliveries").asInt()));
            return Exit.OK;
        });
    }

    /// A secret on the command line would stand in the history and the list of processes.
    private static String secret(String file) {
        try {
            var bytes =
                    file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The file %s cannot be read.".formatted(file));
        }
    }

    private static List<String> lines(JsonNode made) {
        var url = made.path("url").asString();
        var secret = made.path("secret").asString("");
        return secret.isEmpty() ? List.of(url) : List.of(url, secret);
    }

    private static Table webhooks(JsonNode webhooks) {
        var table = new Table("id", "provider", "source", "name", "url", "paused", "refused");
        for (var it : webhooks) {
            table.row(
                    it.path("id").asString(),
                    it.path("provider").asString(),
                    it.path("source").asString(),
                    it.path("name").asString(),
                    it.path("url").asString(),
                    it.path("paused_at").asString("-"),
                    it.path("refused").asString());
        }
        return table;
    }

    private static Table delivered(JsonNode deliveries) {
        var table = new Table("id", "received", "type", "of", "state", "reason", "detail");
        for (var it : deliveries) {
            table.row(
                    it.path("id").asString(),
                    it.path("received_at").asString(),
                    it.path("type").asString(),
                    it.path("subject").asString(),
                    it.path("state").asString(),
                    it.path("reason").asString("-"),
                    it.path("detail").asString("-"));
        }
        return table;
    }
}
