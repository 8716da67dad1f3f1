package dev.keepwell.screen.terminal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes a link by which somebody comes in.
@Command(
        name = "sign-in",
        headerHeading =
                "Examples:%n  ./keepwell sign-in%n  ./keepwell sign-in --workspace acme%n%n",
        description = "Prints a link that opens the running server in a browser, once.",
        mixinStandardHelpOptions = true)
final class SignInCommand implements Callable<Integer> {

    private final Terminal terminal;

    SignInCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.askRunning(api -> {
            var link = link(api);
            terminal.output().showLines(link, () -> List.of(link.path("url").asString()));
            return Exit.OK;
        });
    }

    /// A link as people open it, with the address under which the server was reached.
    static JsonNode link(Api api) {
        var path = api.post("/sign-in-links", Map.of()).path("path").asString();
        return JsonMapper.shared().valueToTree(Map.of("url", api.server() + path));
    }
}
