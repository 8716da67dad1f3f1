package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Knocks at the address of a cluster before its client does. Where one side speaks TLS and the
/// other does not, or a certificate is not trusted, the client tries for minutes and says nothing.
final class ClusterProbe {

    /// How a client of HTTP/2 begins, and its empty settings.
    private static final byte[] GREETING =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"
                    .getBytes(StandardCharsets.US_ASCII);

    /// The first byte with which TLS complains about what it cannot read.
    private static final int TLS_ALERT = 21;

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ClusterAddress address;

    ClusterProbe(ClusterAddress address) {
        this.address = address;
    }

    /// Returns when somebody is there who speaks as the address says. A server that is just
    /// starting refuses at first, so it is waited for as long as patience lasts.
    void knock() {
        var begun = System.nanoTime();
        while (true) {
            try (var socket = connected()) {
                if (address.tls()) {
                    shakeHands(socket);
                } else {
                    greet(socket);
                }
                return;
            } catch (SSLException e) {
                throw refused(e);
            } catch (IOException e) {
                if (System.nanoTime() - begun > address.patience().toNanos()) {
                    throw unreachable(e);
                }
                pause(e);
            }
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        try {
            int patience = Math.toIntExact(address.patience().toMillis());
            socket.setSoTimeout(patience);
            socket.connect(new InetSocketAddress(address.host(), address.port()), patience);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands(Socket plain) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var socket =
                (SSLSocket) factory.createSocket(plain, address.host(), address.port(), true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    private void greet(Socket socket) throws IOException {
        socket.getOutputStream().write(GREETING);
        if (socket.getInputStream().read() == TLS_ALERT) {
            throw Refusal.configuration(
                    "cluster_tls",
                    "%s:%d speaks TLS, and the connection is plain."
                                    .formatted(address.host(), address.port())
                            + " Set keepwell.warehouse.tls=true.");
        }
    }

    private Refusal refused(SSLException e) {
        for (Throwable it = e; it != null; it = it.getCause()) {
            if (it instanceof CertificateException) {
                return Refusal.configuration(
                        "cluster_certificate",
                        "The certificate of %s:%d is not trusted: %s. Name a trust store that holds"
                                        .formatted(address.host(), address.port(), it.getMessage())
                                + " its issuer in JAVA_TOOL_OPTIONS:"
                                + " -Djavax.net.ssl.trustStore=FILE.");
            }
        }
        return Refusal.configuration(
                "cluster_tls",
                "%s:%d does not speak TLS: %s. Put a proxy with TLS before the Connect server,"
                                .formatted(address.host(), address.port(), e.getMessage())
                        + " or, in a network that is yours alone, set"
                        + " keepwell.warehouse.tls=false.");
    }

    private Refusal unreachable(IOException e) {
        var why =
                e instanceof SocketTimeoutException
                        ? "no answer within " + address.patience()
                        : String.valueOf(e.getMessage());
        return Refusal.unreachable(
                "cluster_unreachable",
                "Nobody answers at %s:%d: %s. Start the Connect server, or mend"
                                .formatted(address.host(), address.port(), why)
                        + " keepwell.warehouse.remote.");
    }

    private void pause(IOException e) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }
}
