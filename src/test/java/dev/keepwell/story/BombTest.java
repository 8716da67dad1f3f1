package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small requests that are large inside are refused before they burst, and leave no trace in
/// memory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BombTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration SLOW = Duration.ofSeconds(40);
    private static final int MORE_MB_MAX = 64;
    private static final int TIMES = 20;

    private Sending door;
    private long before;

    record Bomb(String name, byte[] body, List<Integer> statuses) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void measure() {
        door = Sending.toNewWorkspace("bombs");
        door.send("/v1/batch", Sending.batch(Sending.track("warm")));
        door.settle();
        before = Heap.megabytes();
    }

    static List<Bomb> bombs() throws IOException {
        var deep = "{\"batch\":[" + "[".repeat(100_000) + "]".repeat(100_000) + "]}";
        return List.of(
                new Bomb("1 GiB in 1 MB", gibibyte(), List.of(413)),
                new Bomb(
                        "1 GiB in 1 MB, its first half",
                        Arrays.copyOf(gibibyte(), 400_000),
                        List.of(413)),
                new Bomb("deep", utf8(deep), List.of(200)),
                new Bomb("deep and packed", Wire.gzip(utf8(deep)), List.of(200)),
                new Bomb("a million keys", Wire.gzip(utf8(million())), List.of(400, 413)),
                new Bomb(
                        "a million keys in one event",
                        Wire.gzip(utf8("{\"batch\":[" + million() + "]}")),
                        List.of(200, 413)),
                new Bomb("2.5 M empty elements", empty("{},", 1_700_000), List.of(413)),
                new Bomb("2.5 M numbers", empty("0,", 2_500_000), List.of(413)),
                new Bomb(
                        "2.5 M numbers, unpacked",
                        utf8("[" + "0,".repeat(250_000) + "0]"),
                        List.of(413)));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void it_is_refused_at_once(Bomb bomb) {
        var slowest = Duration.ZERO;
        for (int i = 0; i < TIMES; i++) {
            var started = System.nanoTime();
            var answer = Wire.post(door.key(), "/v1/batch", bomb.body());
            var took = Duration.ofNanos(System.nanoTime() - started);
            assertThat(answer.status()).as(answer.http().body()).isIn(bomb.statuses());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        System.out.printf(
                "%s: %,d bytes, slowest of %d answers after %d ms%n",
                bomb, bomb.body().length, TIMES, slowest.toMillis());
        assertThat(slowest).isLessThan(AT_ONCE);
    }

    @Test
    void a_body_without_an_end_is_cut_off() throws IOException {
        try (var socket = new RawSocket()) {
            socket.send(head("Transfer-Encoding: chunked"));
            var chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
            var started = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                try {
                    socket.send(chunk);
                } catch (IOException hungUp) {
                    break;
                }
            }
            assertThat(RawSocket.status(socket.answer())).isIn(413, 0);
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(AT_ONCE.multipliedBy(2));
        }
    }

    @Test
    @Tag("long")
    void a_slow_body_is_not_waited_for_longer_than_half_a_minute() throws IOException {
        try (var silent = new RawSocket();
                var slow = new RawSocket()) {
            silent.send(head("Content-Length: 1000") + "{");
            slow.send(head("Content-Length: 1000"));
            var started = System.nanoTime();
            assertThat(RawSocket.status(silent.answer())).isEqualTo(408);
            drip(slow);
            assertThat(RawSocket.status(slow.answer())).isEqualTo(408);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SLOW);
        }
    }

    /// One byte now and then, until the other side has enough.
    private static void drip(RawSocket slow) {
        for (int i = 0; i < 8; i++) {
            try {
                slow.send(" ");
                Thread.sleep(3_000);
            } catch (IOException hungUp) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String head(String more) {
        return String.join(
                "\r\n",
                "POST /v1/batch HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + door.key(),
                more,
                "",
                "");
    }

    @AfterAll
    void memory_is_free_again() {
        door.settle();
        var after = Heap.megabytes();
        System.out.printf("Heap before bombs %d MB, after them %d MB%n", before, after);
        assertThat(after - before).isLessThan(MORE_MB_MAX);
        assertThat(door.balance().path("balanced").asBoolean()).isTrue();
    }

    private static byte[] gibibyte() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 1 << 10; i++) {
                gzip.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] empty(String element, int times) {
        return Wire.gzip(utf8("[" + element.repeat(times) + "0]"));
    }

    private static String million() {
        return IntStream.range(0, 1_000_000)
                .mapToObj(it -> "\"%x\":1".formatted(it))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
