package io.taros.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.policy.Routes.Route;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What opens something and stands in an address stays between its reader and us. */
@TarosTest
@ExtendWith(OutputCaptureExtension.class)
class SecretLinksTest {
    /**
     * What parts of addresses that open something are called here, and those with an answer of
     * another's.
     */
    private static final Set<String> SECRETS =
            Set.of("token", "code", "secret", "invitation", "state");

    private static final String ANSWER = "/sign-in/with/{provider}/answer";
    private static final String CANARY = "qzvoriginalheron-of-43-characters-or-so-abc";

    private final Routes routes;
    private final Tenants tenants;
    private final int port;

    SecretLinksTest(Routes routes, Tenants tenants, @LocalServerPort int port) {
        this.routes = routes;
        this.tenants = tenants;
        this.port = port;
    }

    @Test
    void areToldToNobodyByReferrerAndStandInNoLog(CapturedOutput output) {
        var isFirst = new Browser(port).get("/welcome?code=" + CANARY);
        assertThat(isFirst.header("Referrer-Policy")).isEqualTo("no-referrer");
        tenants.open("Acme");
        var pages = pages().toList();

        assertThat(pages)
                .extracting(Route::pattern)
                .contains(
                        "/welcome",
                        "/invitations/{token}",
                        "/register/confirmation",
                        "/reset",
                        "/account-address",
                        "/account-address/undo",
                        "/sender/{token}",
                        "/unsubscribe/{token}",
                        "/sign-in/with/{provider}",
                        ANSWER);
        for (var route : pages) {
            var page = new Browser(port).get(at(route));
            assertThat(page.header("Referrer-Policy"))
                    .as("%s answered %s", route, page.status())
                    .isEqualTo("no-referrer");
        }
        assertThat(output.getAll()).doesNotContain(CANARY);
    }

    private Stream<Route> pages() {
        return routes.all().stream()
                .filter(route -> route.method().equals("GET") && route.isPage() && route.isOpen())
                .filter(route ->
                        route.pattern().equals(ANSWER) || secrets(route).findAny().isPresent());
    }

    private static String at(Route route) {
        var path = route.at(variable -> SECRETS.contains(variable) ? CANARY : "google");
        var query =
                route.pattern().equals(ANSWER)
                        ? Stream.of("code", "state")
                        : secrets(route).filter(name -> !route.variables().contains(name));
        var all = query.map(name -> name + "=" + CANARY).toList();
        return all.isEmpty() ? path : path + "?" + String.join("&", all);
    }

    private static Stream<String> secrets(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter ->
                        parameter.hasParameterAnnotation(PathVariable.class)
                                || parameter.hasParameterAnnotation(RequestParam.class))
                .map(SecretLinksTest::name)
                .filter(SECRETS::contains);
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return String.valueOf(parameter.getParameterName());
    }
}
