package dev.keepwell.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One request that is not as it should be, and its answer.
///
/// @param code what the answer calls it; empty when it is taken in all the same
@SuppressWarnings("ArrayRecordComponent") // It is sent, never compared.
record BodyPoison(
        String name, String path, byte[] body, List<String> headers, int status, String code) {

    private static final byte[] GOOD = bytes(Sending.batch(Poison.event("%ID%", "")));

    static List<BodyPoison> all() {
        var all = new ArrayList<BodyPoison>();
        all.addAll(shapes());
        all.addAll(sizes());
        all.addAll(encodings());
        all.addAll(types());
        return all;
    }

    private static List<BodyPoison> shapes() {
        return List.of(
                refused("empty", "", "malformed_json"),
                refused("blank", " \n", "malformed_json"),
                refused("cut off", "{\"batch\": [{\"type\": \"track\"", "malformed_json"),
                refused("cut off in a text", "{\"batch\": [\"a\\", "malformed_json"),
                refused(
                        "something behind",
                        Sending.batch(Poison.event("b", "")) + "x",
                        "malformed_json"),
                refused("two values", "{\"batch\": []} {\"batch\": []}", "malformed_json"),
                refused("no colon", "{\"batch\" []}", "malformed_json"),
                refused("no comma", "{\"batch\": [{} {}]}", "malformed_json"),
                refused("a text", "\"batch\"", "malformed_json"),
                refused("a form", "batch=%5B%5D", "malformed_json"),
                refused("no batch", "{\"events\": []}", "missing_batch"),
                refused("batch is an object", "{\"batch\": {}}", "missing_batch"),
                refused("batch is null", "{\"batch\": null}", "missing_batch"),
                refused("batch twice", "{\"batch\": [], \"batch\": []}", "duplicate_key"),
                refused(
                        "UTF-16",
                        bytes("{\"batch\": []}", StandardCharsets.UTF_16),
                        "malformed_json"),
                refused("many keys", keys(1_000_000 / 22), "too_many_keys"),
                refused("deep", "[".repeat(100_000), "malformed_json"),
                taken("empty batch", bytes("{\"batch\": []}")),
                taken("byte order mark", joined(new byte[] {-17, -69, -65}, good("bom"))),
                taken("an array", bytes("[" + Poison.event("array", "") + "]")));
    }

    private static List<BodyPoison> sizes() {
        var events =
                IntStream.range(0, 10_001).mapToObj(_ -> "{}").collect(Collectors.joining(","));
        return List.of(
                new BodyPoison("501 KB", "/v1/batch", large(501), List.of(), 413, "too_large"),
                new BodyPoison("2 MB", "/v1/batch", large(2_000), List.of(), 413, "too_large"),
                new BodyPoison(
                        "10,001 events",
                        "/v1/batch",
                        bytes(Sending.batch(events)),
                        List.of(),
                        413,
                        "too_many_events"),
                packed("5 MB unpacked", Wire.gzip(noise(5_200)), 413, "unpacked_too_large"),
                packed("bomb", Wire.gzip(new byte[40 << 20]), 413, "packed_too_well"));
    }

    private static List<BodyPoison> encodings() {
        var packed = Wire.gzip(good("packed"));
        var wrong = packed.clone();
        wrong[wrong.length - 5] ^= 1;
        return List.of(
                packed("gzip", packed, 200, ""),
                taken("gzip that nobody announced", Wire.gzip(good("silent"))),
                packed("announced gzip that is none", good("none"), 200, ""),
                packed("gzip cut off", Arrays.copyOf(packed, 60), 400, "malformed_gzip"),
                packed("head of gzip alone", Arrays.copyOf(packed, 3), 400, "malformed_gzip"),
                packed("gzip with a wrong checksum", wrong, 400, "malformed_gzip"),
                packed("gzip twice", Wire.gzip(packed), 400, "malformed_json"),
                encoded("gzip, gzip"),
                encoded("br"),
                encoded("zstd"),
                encoded("deflate"),
                encoded("nonsense"));
    }

    private static List<BodyPoison> types() {
        var all = new ArrayList<BodyPoison>();
        for (var type :
                List.of(
                        "text/plain;charset=UTF-8",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data",
                        "multipart/form-data; boundary=x",
                        "application/xml",
                        "*/*",
                        "nonsense")) {
            all.add(
                    new BodyPoison(
                            "type " + type,
                            "/v1/batch",
                            good("type-" + all.size()),
                            List.of("Content-Type", type),
                            200,
                            ""));
        }
        for (var path : List.of("/v1/%62atch", "/v1/batch%2f", "/%76%31/track")) {
            all.add(new BodyPoison(path, path, good("path"), List.of(), 404, ""));
        }
        return all;
    }

    private static BodyPoison refused(String name, String body, String code) {
        return refused(name, bytes(body), code);
    }

    private static BodyPoison refused(String name, byte[] body, String code) {
        return new BodyPoison(name, "/v1/batch", body, List.of(), 400, code);
    }

    private static BodyPoison taken(String name, byte[] body) {
        return new BodyPoison(name, "/v1/batch", body, List.of(), 200, "");
    }

    private static BodyPoison packed(String name, byte[] body, int status, String code) {
        var headers = List.of("Content-Encoding", "gzip");
        return new BodyPoison(name, "/v1/batch", body, headers, status, code);
    }

    private static BodyPoison encoded(String encoding) {
        var headers = List.of("Content-Encoding", encoding);
        return new BodyPoison(
                encoding, "/v1/batch", good(encoding), headers, 415, "unsupported_encoding");
    }

    private static byte[] good(String id) {
        return bytes(new String(GOOD, StandardCharsets.UTF_8).replace("%ID%", id));
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> "\"k%d\":1".formatted(it))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static byte[] large(int kilobytes) {
        return bytes(
                Sending.batch(Poison.event("l", "\"p\": \"" + "x".repeat(kilobytes << 10) + '"')));
    }

    /// Packs to an eighth, like what is really sent.
    private static byte[] noise(int kilobytes) {
        var text = new StringBuilder("{\"batch\": [");
        for (int i = 0; text.length() < kilobytes << 10; i++) {
            text.append(Poison.event("n" + i * 7_919L % 100_003, "")).append(',');
        }
        return bytes(text.append("{}]}").toString());
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] bytes(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, java.nio.charset.Charset charset) {
        return text.getBytes(charset);
    }

    int events() {
        return status == 200 && !name.equals("empty batch") ? 1 : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
