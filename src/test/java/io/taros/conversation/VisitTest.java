package io.taros.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-19: a path names what many visitors see, and nothing that is one's own. */
class VisitTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.test, /",
        "https://shop.test/wool/blankets, /wool/blankets",
        "https://shop.test/wool?mail=anna@shop.test#top, /wool",
        "https://shop.test/orders/81734/return, /orders/*/return",
        "https://shop.test/12/34, /*/*",
        "https://shop.test/profile/anna@shop.test, /profile/*",
        "https://shop.test/profile/anna%40shop.test/edit, /profile/*/edit",
        "https://shop.test/t/0191e6a2-7b1c-7d3e-9f00-aabbccddeeff, /t/*",
        "https://shop.test/iphone-15-case, /iphone-15-case",
        "https://shop.test/invite/q8Zk2LxP0vRt7NbW, /invite/*",
        "https://shop.test/track/1Z999AA10123456784, /track/*",
        "https://shop.test/call/+4512345678, /call/*",
        "https://shop.test/call/%2B45%2012345678, /call/*",
        "https://shop.test/cart;jsessionid=1A2B3C4D/items, /cart/items",
        "https://shop.test/t/abcdefghijklmnopqrstuvwxyz, /t/*",
        "https://shop.test/collections/winter2026, /collections/winter2026",
        "https://shop.test/en/frequently-asked-questions, /en/frequently-asked-questions",
    })
    void keepsThePathAlone(String page, String path) {
        assertThat(Visit.pathOf(page)).isEqualTo(path);
    }

    @Test
    void keepsNothingOfWhatIsNoAddress() {
        assertThat(Visit.pathOf(null)).isNull();
        assertThat(Visit.pathOf("https://shop.test/a b")).isNull();
        assertThat(Visit.pathOf("https://shop.test/" + "wool/".repeat(60))).isNull();
    }
}
