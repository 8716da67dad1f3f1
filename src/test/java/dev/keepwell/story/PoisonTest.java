package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// One bad event among fifty good ones, in every way in which one can be bad: the good ones are
/// stored at once, the bad one is set aside as it was sent, and can be mended and stored once.
class PoisonTest {

    private static final int GOOD = 50;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.now();
    private static final List<Poison> ALL = all();

    private static final Map<String, TestHouse.Answer> ANSWERS = new HashMap<>();
    private static final Map<String, JsonNode> LETTERS = new HashMap<>();
    private static final Map<String, JsonNode> REPLAYED_AS_IT_WAS = new HashMap<>();
    private static Sending door;
    private static Instant sent;
    private static Duration longest = Duration.ZERO;
    private static JsonNode balance;
    private static JsonNode balanceAfterRepair;
    private static List<String> stored;
    private static List<String> storedAfterRepair;

    static List<Poison> all() {
        var tomorrow = NOW.plus(Duration.ofHours(25)).toString();
        return Poisons.all().stream()
                .map(it -> it.name().equals("in 25 hours") ? at(tomorrow, it) : it)
                .toList();
    }

    static List<Poison> setAside() {
        return ALL.stream().filter(it -> it.reason() != null).toList();
    }

    private static Poison at(String tomorrow, Poison it) {
        var text = new String(it.bytes(), StandardCharsets.UTF_8);
        return Poison.later(it.name(), text.replace("%IN_25_HOURS%", tomorrow), "future_timestamp");
    }

    @BeforeAll
    static void take_all_poison() {
        door = Sending.toNewWorkspace("poison");
        sent = Instant.now();
        for (int i = 0; i < ALL.size(); i++) {
            var poison = ALL.get(i);
            var before = System.nanoTime();
            ANSWERS.put(poison.name(), Wire.post(door.key(), "/v1/batch", batch(i, poison)));
            storedSoon(i, before);
        }
        door.settle();
        balance = door.balance();
        stored = door.stored();
        letters(door.ask("GET", "/api/v1/dead-letters?limit=500", "").json());
        mend();
        door.settle();
        balanceAfterRepair = door.balance();
        storedAfterRepair = door.stored();
    }

    /// Looking takes long, so only some of the batches are looked for.
    private static void storedSoon(int number, long sent) {
        if (number % 40 != 0) {
            return;
        }
        while (!door.stored().containsAll(good(number))) {
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(SOON);
        }
        var took = Duration.ofNanos(System.nanoTime() - sent);
        longest = took.compareTo(longest) > 0 ? took : longest;
    }

    private static List<String> good(int number) {
        return IntStream.range(0, GOOD).mapToObj(it -> "good-%d-%d".formatted(number, it)).toList();
    }

    private static byte[] batch(int number, Poison poison) {
        var events = new ArrayList<byte[]>();
        good(number).forEach(it -> events.add(Poison.bytes(Poison.event(it, ""))));
        events.add(place(number), poison.bytes());
        var body = new ByteArrayOutputStream();
        body.writeBytes(Poison.bytes("{\"batch\": ["));
        for (int i = 0; i < events.size(); i++) {
            body.writeBytes(Poison.bytes(i == 0 ? "" : ", "));
            body.writeBytes(events.get(i));
        }
        body.writeBytes(Poison.bytes("]}"));
        return body.toByteArray();
    }

    private static int number(Poison poison) {
        return ALL.stream().map(Poison::name).toList().indexOf(poison.name());
    }

    private static int place(int number) {
        return number * 7 % (GOOD + 1);
    }

    private static void letters(JsonNode page) {
        for (var letter : page.path("data")) {
            LETTERS.put(key(original(letter)), letter);
        }
        assertThat(LETTERS).hasSize(page.path("data").size());
    }

    private static byte[] original(JsonNode letter) {
        return letter.has("original")
                ? letter.path("original").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(letter.path("original_base64").asString());
    }

    private static String key(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void mend() {
        for (int i = 0; i < ALL.size(); i++) {
            var letter = LETTERS.get(key(ALL.get(i).bytes()));
            if (letter == null) {
                continue;
            }
            var path = "/api/v1/dead-letters/%s/replay".formatted(letter.path("id").asString());
            REPLAYED_AS_IT_WAS.put(ALL.get(i).name(), door.ask("POST", path, "{}").json());
            var event = Poison.event("mended-" + i, "").replace("\"", "\\\"");
            for (int again = 0; again < 2; again++) {
                var mended = door.ask("POST", path, "{\"payload\": \"%s\"}".formatted(event));
                assertThat(mended.status()).as(mended.json().toString()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_sender_is_told_what_the_door_sees(Poison poison) {
        var answer = ANSWERS.get(poison.name());

        assertThat(answer.status()).isEqualTo(200);
        var rejected = answer.json().path("rejected");
        if (poison.found() == Poison.Found.AT_THE_DOOR) {
            assertThat(answer.json().path("accepted").asInt()).isEqualTo(GOOD);
            assertThat(rejected.size()).isEqualTo(1);
            assertThat(rejected.path(0).path("code").asString()).isEqualTo(poison.reason());
            assertThat(rejected.path(0).path("index").asInt()).isEqualTo(place(number(poison)));
        } else {
            assertThat(answer.json().path("accepted").asInt()).isEqualTo(GOOD + 1);
            assertThat(rejected.isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void a_bad_one_is_kept_as_it_was_sent(Poison poison) {
        var letter = LETTERS.get(key(poison.bytes()));

        assertThat(letter).isNotNull();
        assertThat(letter.path("reason").asString()).isEqualTo(poison.reason());
        assertThat(letter.path("stage").asString())
                .isEqualTo(poison.found() == Poison.Found.AT_THE_DOOR ? "door" : "judge");
        assertThat(letter.path("detail").asString()).isNotBlank();
        assertThat(Instant.parse(letter.path("first_seen").asString()))
                .isBetween(sent.minusSeconds(1), Instant.now());
    }

    @ParameterizedTest
    @MethodSource("setAside")
    void a_bad_one_is_stored_once_when_it_is_mended(Poison poison) {
        var refused = REPLAYED_AS_IT_WAS.get(poison.name());

        assertThat(refused.path("code").asString()).isEqualTo(poison.reason());
        assertThat(storedAfterRepair).containsOnlyOnce("mended-" + number(poison));
    }

    @Test
    void good_ones_are_stored_once_and_soon() {
        assertThat(stored).doesNotHaveDuplicates();
        for (int i = 0; i < ALL.size(); i++) {
            assertThat(stored).containsAll(good(i));
        }
        System.out.printf("Good neighbours of poison were stored after %s at most.%n", longest);
    }

    @Test
    void every_event_is_accounted_for() {
        int batches = ALL.size();
        int bad = setAside().size();
        var atTheDoor = ALL.stream().filter(it -> it.found() == Poison.Found.AT_THE_DOOR).count();

        assertThat(batches).isGreaterThan(40);
        assertThat(balance.path("received").asInt()).isEqualTo(batches * (GOOD + 1));
        assertThat(balance.path("refused").asLong()).isEqualTo(atTheDoor);
        assertThat(balance.path("stored").asInt()).isEqualTo(batches * (GOOD + 1) - bad);
        assertThat(balance.path("set_aside").asInt()).isEqualTo(bad);
        assertThat(balance.path("duplicate").asInt()).isZero();
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(LETTERS).hasSize(bad);
        assertThat(balanceAfterRepair.path("stored").asInt()).isEqualTo(batches * (GOOD + 1));
        assertThat(balanceAfterRepair.path("balanced").asBoolean()).isTrue();
    }
}
