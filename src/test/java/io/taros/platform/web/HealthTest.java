package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-24: whoever watches an installation is told whether it is well, and nothing else about it. */
@TarosTest
class HealthTest {
    private final Browser monitor;

    HealthTest(@LocalServerPort int port) {
        monitor = new Browser(port);
    }

    @Test
    void tellsMonitorsWhetherAllIsWellAndNothingElse() {
        for (var path : new String[] {"/actuator/health/liveness", "/actuator/health/readiness"}) {
            assertThat(answer(path).status()).as(path).isEqualTo(200);
        }
        assertThat(answer("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details", "postgres");
        assertThat(answer("/actuator/health/backup").body())
                .as("none are made")
                .contains("UNKNOWN")
                .doesNotContain("disk", "postgres");
        for (var path : new String[] {"/actuator/env", "/actuator/heapdump", "/actuator/metrics"}) {
            assertThat(answer(path).status()).as(path).isEqualTo(404);
        }
    }

    private Browser.Page answer(String path) {
        return monitor.send(HttpRequest.newBuilder(monitor.at(path)).build());
    }
}
