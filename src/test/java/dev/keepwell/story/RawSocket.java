package dev.keepwell.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A connection on which anything may be sent, also what no client would send.
final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    RawSocket() throws IOException {
        var house = URI.create(TestHouse.address());
        socket = new Socket(house.getHost(), house.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        out().write(bytes);
        out().flush();
    }

    /// Nothing more is sent; an answer may still come.
    void endOfSending() throws IOException {
        socket.shutdownOutput();
    }

    /// As much of the answer as there is when its head has come; empty when it hung up.
    String answer() throws IOException {
        var answer = new ByteArrayOutputStream();
        var some = new byte[4_096];
        try {
            while (!answer.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
                int read = socket.getInputStream().read(some);
                if (read < 0) {
                    break;
                }
                answer.write(some, 0, read);
            }
        } catch (java.net.SocketException e) {
            // It hung up while we still spoke; what it said before counts.
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
        var head = answer.toString(StandardCharsets.ISO_8859_1);
        int end = head.indexOf("\r\n\r\n");
        return head.startsWith("HTTP/1.1 100 ") && end > 0
                ? head.substring(end + 4) + answer()
                : head;
    }

    /// The status of an answer, or 0 without one.
    static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
