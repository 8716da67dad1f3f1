package dev.keepwell.screen.terminal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Another program on a port that was once ours: it answers everything and remembers what it heard.
final class Eavesdropper implements AutoCloseable {

    private final StringBuffer heard = new StringBuffer();
    private final HttpServer server;

    Eavesdropper() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext(
                "/",
                exchange -> {
                    heard.append(exchange.getRequestURI())
                            .append(exchange.getRequestHeaders().entrySet());
                    var answer = "{\"status\":\"up\",\"instance\":\"mine\"}".getBytes();
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String heard() {
        return heard.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
