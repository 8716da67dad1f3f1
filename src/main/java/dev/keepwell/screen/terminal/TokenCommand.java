package dev.keepwell.screen.terminal;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Makes, lists and revokes tokens.
@Command(
        name = "token",
        headerHeading =
                "Examples:%n  ./keepwell token create --scope accounts:read --name dashboard%n"
                        + "  ./keepwell token create --write-key%n%n",
        description = "The tokens that open a workspace to programs.",
        mixinStandardHelpOptions = true)
final class TokenCommand {

    private final Terminal terminal;

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell token create --scope all%n  ./keepwell token create"
                            + " --scope accounts:read --scope metrics:read%n%n",
            description = "Makes a token and prints it, the only time it is shown.",
            mixinStandardHelpOptions = true)
    int create(
            @Option(names = "--scope", paramLabel = "SCOPE", split = ",")
                    @Nullable List<String> scopes,
            @Option(names = "--write-key", description = "May only send data.") boolean writeKey,
            @Option(names = "--name", defaultValue = "") String name,
            @Option(
                            names = "--source",
                            paramLabel = "S",
                            defaultValue = "",
                            description = "The source that a write key sends as, if not its own.")
                    String source) {
        if ((scopes == null) != writeKey) {
            throw new Stop(Exit.USAGE, "A token needs --scope, or --write-key instead of it.");
        }
        var order = new HashMap<String, Object>();
        order.put("name", name);
        order.put("write_key", writeKey);
        order.put("source", source);
        if (scopes != null) {
            order.put("scopes", scopes);
        }
        return terminal.ask(api -> {
            var made = api.post("/tokens", order);
            terminal.output().showLines(made, () -> List.of(made.path("token").asString()));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell token list%n  ./keepwell token list --json%n%n",
            description = "Lists the tokens of a workspace, without their texts.",
            mixinStandardHelpOptions = true)
    int list() {
        return terminal.ask(api -> {
            var answer = api.get("/tokens");
            terminal.output().show(answer, () -> table(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell token revoke tok_01%n"
                            + "  ./keepwell token revoke tok_01 --workspace acme%n%n",
            description = "Ends a token at once.",
            mixinStandardHelpOptions = true)
    int revoke(@Parameters(paramLabel = "ID") String id) {
        return terminal.ask(api -> {
            api.delete("/tokens/" + Api.encoded(id));
            terminal.output().tell("The token %s is revoked.".formatted(id));
            return Exit.OK;
        });
    }

    private static Table table(JsonNode tokens) {
        var table = new Table("id", "name", "kind", "scopes", "created", "last used", "ends");
        for (var token : tokens) {
            var scopes = token.path("scopes").valueStream().map(JsonNode::asString).toList();
            table.row(
                    token.path("id").asString(),
                    token.path("name").asString(),
                    token.path("kind").asString(),
                    String.join(" ", scopes),
                    token.path("created_at").asString(),
                    token.path("last_used_at").asString("-"),
                    token.path("ends_at").asString("-"));
        }
        return table;
    }
}
