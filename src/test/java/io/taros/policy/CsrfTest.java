package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.policy.Routes.Route;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No page changes anything for whoever cannot read the page before it, from the route list. */
@TarosTest
class CsrfTest {
    /** Programs ask these, and change nothing that their address does not entitle them to. */
    private static final Set<String> WITHOUT =
            Set.of(
                    "POST /password-strength",
                    "POST /unsubscribe/{token}",
                    "POST /chat/{publicKey}/mail/{token}");

    private final Routes routes;
    private final Tenants tenants;
    private final RateLimits limits;
    private final Browser browser;

    CsrfTest(Routes routes, Tenants tenants, RateLimits limits, @LocalServerPort int port) {
        this.routes = routes;
        this.tenants = tenants;
        this.limits = limits;
        browser = new Browser(port);
    }

    @Test
    void isRefusedOnEveryPageThatChangesAnything() {
        var acme = tenants.open("Acme");
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/home");
        var changing =
                routes.all().stream()
                        .filter(Route::isPage)
                        .filter(route -> !route.method().equals("GET"))
                        .toList();
        assertThat(changing).extracting(Route::toString).containsAll(WITHOUT);

        assertThat(changing)
                .filteredOn(route -> !WITHOUT.contains(route.toString()))
                .hasSizeGreaterThan(100)
                .allSatisfy(route -> {
                    var answer = withoutToken(route);
                    assertThat(answer.status()).as(route.toString()).isEqualTo(403);
                    assertThat(answer.body())
                            .as(route.toString())
                            .contains("This page was open too long to be sent safely");
                });
        assertThat(browser.get("/home").status()).as("nobody was signed out").isEqualTo(200);
    }

    private Browser.Page withoutToken(Route route) {
        limits.reset();
        return browser.send(
                HttpRequest.newBuilder(browser.at(route.atRandom()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .method(route.method(), BodyPublishers.noBody())
                        .build());
    }
}
