package io.taros.policy;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.platform.web.RateLimits;
import io.taros.policy.Routes.Route;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Whatever stands in a form or behind the question mark, no page ends in an error of ours. */
@TarosTest
class FormsTest {
    private static final List<String> NONSENSE =
            List.of("", "\u0000", "nonsense <b>", "99999999999999999999");

    /** What a field takes, where not any text will do. */
    private static final Map<String, String> SENSE =
            Map.ofEntries(
                    entry("threshold", "50"),
                    entry("provider", "NONE"),
                    entry("language", "en"),
                    entry("accentColour", "#112233"),
                    entry("launcherPosition", "RIGHT"),
                    entry("theme", "AUTO"),
                    entry("way", "TEXT"),
                    entry("rights", "true"),
                    entry("expectation", "answer"),
                    entry("age", "true"),
                    entry("nightly", "true"),
                    entry("time", "03:00"),
                    entry("told", "true"),
                    entry("allowedOrigins", ""),
                    entry("privacyPolicyUrl", ""),
                    entry("scopes", "bots:read"));

    private final Routes routes;
    private final Tenants tenants;
    private final RateLimits limits;
    private final int port;
    private Browser browser;
    private Tenants.Tenant acme;
    private String bot;

    FormsTest(Routes routes, Tenants tenants, RateLimits limits, @LocalServerPort int port) {
        this.routes = routes;
        this.tenants = tenants;
        this.limits = limits;
        this.port = port;
    }

    @BeforeEach
    void signIn() {
        acme = tenants.open("Acme");
        bot = new RestCaller("http://localhost:" + port, acme.apiKey()).bot("Robin");
        browser = new Browser(port);
        signInAgain();
    }

    @Test
    void areTakenWithAnyFieldMissingOrNonsense() {
        var broken = new ArrayList<String>();
        for (var route : routes.all()) {
            if (!route.isPage()) {
                continue;
            }
            note(route, "nothing", send(route, Map.of()), broken);
            for (var field : fields(route)) {
                var others = sensible(route, bot);
                others.remove(field);
                note(route, "no " + field, send(route, others), broken);
                for (var value : NONSENSE) {
                    others.put(field, value);
                    note(route, field + "=" + value, send(route, others), broken);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    /** A form as a person might fill it in. */
    static Map<String, String> sensible(Route route, String bot) {
        var values = new HashMap<String, String>();
        for (var field : fields(route)) {
            values.put(field, field.equals("bot") ? bot : SENSE.getOrDefault(field, "Robin"));
        }
        values.remove("cursor");
        return values;
    }

    private void note(Route route, String sent, Browser.Page answer, List<String> broken) {
        if (answer.status() >= 500) {
            broken.add(route + " with " + sent + " answered " + answer.status());
        }
        if (answer.header("Location").equals("/sign-in")) {
            signInAgain();
        }
    }

    private Browser.Page send(Route route, Map<String, String> values) {
        limits.reset();
        var path = route.atRandom();
        if (!route.method().equals("GET")) {
            return browser.post(path, pairs(values));
        }
        return browser.get(
                path
                        + values.entrySet().stream()
                                .map(field ->
                                        field.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&", "?", "")));
    }

    /** Names and values in turn. */
    static String[] pairs(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    /** The ids the method behind a route takes from a form, a query or a body. */
    static List<String> ids(Route route) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .flatMap(FormsTest::ids)
                .toList();
    }

    private static Stream<String> ids(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return parameter.getType() == UUID.class
                    ? Stream.of(parameter.getName())
                    : Stream.empty();
        }
        var isForm = parameter.getType().getSimpleName().equals("Form");
        var isBody = parameter.isAnnotationPresent(RequestBody.class);
        return parameter.getType().isRecord() && (isForm || isBody)
                ? Arrays.stream(parameter.getType().getRecordComponents())
                        .filter(component -> component.getType() == UUID.class)
                        .map(RecordComponent::getName)
                : Stream.empty();
    }

    /** What the method behind a route takes from a form or a query. */
    static List<String> fields(Route route) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .flatMap(FormsTest::fields)
                .toList();
    }

    private static Stream<String> fields(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(parameter.getName());
        }
        return parameter.getType().isRecord() && parameter.getType().getSimpleName().equals("Form")
                ? Arrays.stream(parameter.getType().getRecordComponents())
                        .map(RecordComponent::getName)
                : Stream.empty();
    }

    private void signInAgain() {
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/home");
    }
}
