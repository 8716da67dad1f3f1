package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Shares();

    @Test
    void a_key_that_floods_the_door_leaves_room_for_others() {
        assertThatThrownBy(() -> nested(33, () -> "flooding"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> {
                            assertThat(it.status()).isEqualTo(503);
                            assertThat(it.retryAfter()).isPositive();
                        });
        assertThat(nested(32, () -> shares.in("quiet", () -> "taken"))).isEqualTo("taken");
        assertThat(nested(32, () -> "room again")).isEqualTo("room again");
    }

    private String nested(int times, Supplier<String> innermost) {
        return times == 0 ? innermost.get() : shares.in("loud", () -> nested(times - 1, innermost));
    }
}
