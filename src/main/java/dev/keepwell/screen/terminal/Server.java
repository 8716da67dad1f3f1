package dev.keepwell.screen.terminal;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.screen.api.OperatorToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// The whole application, running in this process.
final class Server implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final ConfigurableApplicationContext context;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
        beforeStop(stopped::countDown);
    }

    /// Also when a signal stops the process.
    void beforeStop(Runnable last) {
        ApplicationListener<ContextClosedEvent> closing = _ -> last.run();
        context.addApplicationListener(closing);
    }

    /// Until it is told to stop, where `KEEPWELL_PORT` and `KEEPWELL_BIND` say.
    static Server forEverybody(Terminal terminal) {
        return forEverybody(terminal, Map.of());
    }

    /// The same with more settings, which say in what it differs from others.
    static Server forEverybody(Terminal terminal, Map<String, String> more) {
        refuseTaken(terminal);
        var settings = new HashMap<>(more);
        settings.put("server.address", bind(terminal));
        settings.put("server.port", port(terminal));
        settings.put("keepwell.schedule", "true");
        return start(terminal, settings);
    }

    /// For this process alone, without a word unless something breaks.
    static Server forOneCommand(Terminal terminal) {
        return start(
                terminal,
                Map.of(
                        "server.address", LOOPBACK,
                        "server.port", "0",
                        "logging.level.root", "ERROR"));
    }

    private static Server start(Terminal terminal, Map<String, String> settings) {
        var properties = new HashMap<String, Object>(settings);
        properties.put("keepwell.home", terminal.home().toString());
        properties.put("keepwell.database-url", terminal.setting("KEEPWELL_DATABASE_URL", ""));
        var application = new SpringApplication(terminal.house());
        var arguments =
                properties.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new);
        application.setLogStartupInfo(false);
        try {
            return new Server(application.run(arguments));
        } catch (RuntimeException e) {
            throw reason(e);
        }
    }

    /// How commands find this server.
    ServerFile file() {
        var environment = context.getEnvironment();
        var address = environment.getProperty("server.address", LOOPBACK);
        var port = environment.getProperty("local.server.port");
        // A server that listens everywhere is reached at home, too.
        var host = address.equals("0.0.0.0") || address.equals("::") ? LOOPBACK : address;
        var operator = context.getBean(OperatorToken.class);
        return new ServerFile(
                "http://%s:%s".formatted(host.contains(":") ? "[" + host + "]" : host, port),
                ProcessHandle.current().pid(),
                operator.instance(),
                operator.text());
    }

    Instant now() {
        return context.getBean(Clock.class).instant();
    }

    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static String bind(Terminal terminal) {
        return terminal.setting("KEEPWELL_BIND", LOOPBACK);
    }

    private static String port(Terminal terminal) {
        return terminal.setting("KEEPWELL_PORT", "8080");
    }

    /// Asked before the database starts, so that the answer comes at once.
    static void refuseTaken(Terminal terminal) {
        var bind = bind(terminal);
        var port = port(terminal);
        try (var socket = new ServerSocket(number(port), 1, InetAddress.getByName(bind))) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw taken(bind, port);
        }
    }

    private static int number(String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new Stop(
                    Exit.CONFIGURATION,
                    "KEEPWELL_PORT is a number up to 65535, but got '%s'.".formatted(port));
        }
        return Integer.parseInt(port);
    }

    private static Stop taken(String bind, String port) {
        return new Stop(
                Exit.CONFIGURATION,
                ("Keepwell cannot listen on %s port %s: another program has it, or the address is"
                     + " not this machine's. Choose another with KEEPWELL_PORT or KEEPWELL_BIND.")
                        .formatted(bind, port));
    }

    /// Spring wraps what a bean says, once for each bean on the way. What we refused ourselves is
    /// said again as it was; anything else is a fault, and its story begins where it began.
    private static RuntimeException reason(RuntimeException failure) {
        var innermost = failure;
        for (@Nullable Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof Refusal refusal) {
                return Stop.of(refusal);
            }
            if (it instanceof PortInUseException inUse) {
                return taken("this machine's", String.valueOf(inUse.getPort()));
            }
            if (it instanceof RuntimeException inner) {
                innermost = inner;
            }
        }
        return innermost;
    }
}
