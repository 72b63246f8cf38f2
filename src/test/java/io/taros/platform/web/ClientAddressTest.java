package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** P-06, P-37: an address is told from others for a day, and never known. */
class ClientAddressTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-27T10:00:00Z"));
    private final ClientAddress addresses = new ClientAddress(now::get);

    @Test
    void isTheSameForADay() {
        var morning = key("203.0.113.9");
        now.set(Instant.parse("2026-11-27T23:59:59Z"));

        assertThat(key("203.0.113.9")).isEqualTo(morning).hasSize(32).doesNotContain("203");
        assertThat(key("203.0.113.10")).isNotEqualTo(morning);
    }

    /** The key of yesterday is gone: even back in time it is another one. */
    @Test
    void leadsNowhereOnceTheDayIsOver() {
        var today = key("203.0.113.9");
        now.set(Instant.parse("2026-11-28T00:00:00Z"));
        assertThat(key("203.0.113.9")).isNotEqualTo(today);
        now.set(Instant.parse("2026-11-27T10:00:00Z"));

        assertThat(key("203.0.113.9")).isNotEqualTo(today);
    }

    /** Somebody who has hashes alone finds no address by trying all: that takes the key. */
    @Test
    void isAnotherOneInEveryInstallation() {
        var keys = new HashSet<String>();
        for (var i = 0; i < 20; i++) {
            keys.add(key(new ClientAddress(now::get), "203.0.113.9"));
        }
        assertThat(keys).hasSize(20);
    }

    @Test
    void tellsNetworksApartWhereOnePersonHasMany() {
        assertThat(key("2001:db8:1:2::1")).isEqualTo(key("2001:db8:1:2:ffff::9"));
        assertThat(key("2001:db8:1:3::1")).isNotEqualTo(key("2001:db8:1:2::1"));
    }

    private String key(String address) {
        return key(addresses, address);
    }

    private static String key(ClientAddress addresses, String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return addresses.key(request);
    }
}
