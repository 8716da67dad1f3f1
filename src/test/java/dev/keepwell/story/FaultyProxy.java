package dev.keepwell.story;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before the server as its address, which stays while the server is killed and comes back.
///
/// What it passes on, it passes on to the byte. It refuses some requests with a 503, and of others
/// it loses the answer: the server has them, and the sender does not know.
final class FaultyProxy implements AutoCloseable {

    private static final int RETRY_SOON = 1;
    private static final int RETRY_WHEN_BACK = 10;
    private static final int PATIENCE_MS = 30_000;

    /// How it looks from outside that there is no server.
    enum Absence {
        /// As behind a load balancer, which answers in its place.
        ANSWERED_503,
        /// As without one: the connection ends.
        CONNECTION_CLOSED
    }

    /// The numbers are those of requests: `refused` 3 of `each` 25 is the 3rd, the 28th and so on.
    record Plan(Absence absence, int each, int refused, int lost) {

        boolean refuses(int request) {
            return request % each == refused;
        }

        boolean loses(int request) {
            return request % each == lost;
        }
    }

    /// What it did to the requests that came.
    record Tally(int requests, int refused, int lost, int absent) {

        int answered() {
            return requests - refused - lost - absent;
        }
    }

    private final ServerSocket door;
    private final int server;
    private final Plan plan;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger absent = new AtomicInteger();

    FaultyProxy(int server, Plan plan) throws IOException {
        this.server = server;
        this.plan = plan;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::open);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    Tally tally() {
        return new Tally(requests.get(), refused.get(), lost.get(), absent.get());
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                // It was closed, and the loop ends.
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new BufferedInputStream(caller.getInputStream());
            var request = HttpMessage.read(in);
            while (request.isPresent()) {
                var answer = answer(request.get());
                if (answer.isEmpty()) {
                    return;
                }
                caller.getOutputStream().write(answer.get().bytes());
                request = HttpMessage.read(in);
            }
        } catch (IOException e) {
            // The sender went away. Whatever it still has to say, it will say again.
        }
    }

    /// None where the connection is to end without one.
    private Optional<HttpMessage> answer(HttpMessage request) {
        var number = requests.incrementAndGet();
        if (plan.refuses(number)) {
            refused.incrementAndGet();
            return Optional.of(HttpMessage.busy(RETRY_SOON));
        }
        var answer = ask(request);
        if (answer.isEmpty()) {
            absent.incrementAndGet();
            return plan.absence() == Absence.ANSWERED_503
                    ? Optional.of(HttpMessage.busy(RETRY_WHEN_BACK))
                    : answer;
        }
        if (plan.loses(number)) {
            lost.incrementAndGet();
            return Optional.empty();
        }
        return answer;
    }

    private Optional<HttpMessage> ask(HttpMessage request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.bytes());
            return HttpMessage.read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
