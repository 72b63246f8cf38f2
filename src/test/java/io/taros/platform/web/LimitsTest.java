package io.taros.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * P-17: every door that is open to strangers, and every one that costs something, has its limit.
 */
@TarosTest
@Timeout(60)
class LimitsTest {
    private final Tenants tenants;
    private final RateLimits limits;
    private final ClientAddress addresses;
    @LocalServerPort private int port;
    private Tenants.Tenant acme;
    private RestCaller api;
    private String bot;

    LimitsTest(Tenants tenants, RateLimits limits, ClientAddress addresses) {
        this.addresses = addresses;
        this.tenants = tenants;
        this.limits = limits;
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation(), acme.apiKey());
        bot = api.bot("Robin");
    }

    @Test
    void countsTheCallsOfAKey() {
        var answer = api.get("/bots");
        for (var asked = 0; asked < 2 * Limit.API.capacity() && answer.status() != 429; asked++) {
            answer = api.get("/bots");
        }
        assertThatItIsRefused(answer);
    }

    @Test
    void countsStrangersByTheirAddress() {
        var stranger = new RestCaller(installation(), "taros_nobody");

        assertThatItIsRefusedWithout(Limit.STRANGER, () -> stranger.get("/bots"));
        assertThat(api.get("/bots").status()).isEqualTo(200);
    }

    @Test
    void countsWhatVisitorsAskFor() {
        var channel = "/widget/v1/" + api.get("/bots/" + bot).at("publicKey");
        var config = HttpRequest.newBuilder(new Browser(port).at(channel + "/config"));
        var start =
                HttpRequest.newBuilder(new Browser(port).at(channel + "/conversations"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"));

        assertThatItIsRefusedWithout(Limit.CONVERSATION, () -> send(start));
        assertThatItIsRefusedWithout(Limit.VISITOR, () -> send(config));
    }

    @Test
    void countsAnswersAndSourcesByOrganization() {
        var question = Map.of("question", "When do you open?");
        var text = Map.of("type", "text", "text", "We open at nine.");
        var site = Map.of("type", "website", "url", "https://shop.invalid/");
        var sources = "/bots/" + bot + "/sources";
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/test");
        var source = api.accepted(api.post(sources, site));

        assertThatItIsRefusedWithout(
                Limit.ANSWER, () -> api.post("/bots/" + bot + "/answers", question));
        assertThatItIsRefusedWithout(Limit.SOURCE, () -> api.post(sources, text));
        assertThatItIsRefusedWithout(
                Limit.SOURCE, () -> api.upload(bot, "a.txt", new byte[] {'a'}));
        assertThatItIsRefusedWithout(
                Limit.SOURCE, () -> api.call("PATCH", "/sources/" + source, "{}"));
        assertThatAPageSaysSo(
                Limit.SOURCE, () -> browser.post("/knowledge/sources/" + source + "/rules"));
        assertThatAPageSaysSo(
                Limit.ANSWER, () -> browser.post("/test", "bot", bot, "question", "When?"));
        assertThatAPageSaysSo(
                Limit.SOURCE,
                () ->
                        browser.post(
                                "/knowledge/questions",
                                "bot",
                                bot,
                                "question",
                                "When?",
                                "answer",
                                "At nine.",
                                "rights",
                                "true"));
        assertThatAPageSaysSo(
                Limit.SOURCE,
                () ->
                        browser.post(
                                "/home/sources",
                                "way",
                                "TEXT",
                                "text",
                                "At nine.",
                                "rights",
                                "true"));
    }

    @Test
    void countsPagesThatAnybodyMaySee() {
        var key = api.get("/bots/" + bot).at("publicKey");
        for (var page : List.of("/chat/" + key, "/demo/" + key, "/", "/sign-in", "/knowledge")) {
            assertThatAPageSaysSo(Limit.PAGE, () -> new Browser(port).get(page));
        }
    }

    @Test
    void countsRunsOfGoldenQuestionsByOrganization() {
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        browser.get("/test");

        assertThatItIsRefusedWithout(
                Limit.GOLDEN_RUN, () -> api.post("/bots/" + bot + "/golden-runs", "{}"));
        assertThatAPageSaysSo(
                Limit.GOLDEN_RUN, () -> browser.post("/test/golden-questions/runs", "bot", bot));
    }

    @Test
    void countsAttemptsAtPasswords() {
        var browser = new Browser(port);
        browser.get("/sign-in");

        Browser.Page last = null;
        for (var attempt = 0; attempt <= Limit.SIGN_IN_EMAIL.capacity(); attempt++) {
            last = browser.post("/sign-in", "email", acme.email(), "password", "wrong " + attempt);
        }
        assertThat(last).isNotNull();
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).matches("[1-9]\\d*");
    }

    /** There is a little more every moment, so it may take a few calls. */
    private <T> T without(Limit limit, Supplier<T> call, Predicate<T> isRefused) {
        T answer;
        do {
            useUp(limit);
            answer = call.get();
        } while (!isRefused.test(answer));
        return answer;
    }

    private void useUp(Limit limit) {
        var here = new MockHttpServletRequest();
        here.setRemoteAddr("127.0.0.1");
        var caller =
                limit == Limit.ANSWER || limit == Limit.SOURCE
                        ? acme.organization().toString()
                        : addresses.key(here);
        try {
            while (true) {
                limits.take(limit, caller);
            }
        } catch (OverLimit nothingLeft) {
            // As wanted.
        }
    }

    private void assertThatItIsRefusedWithout(Limit limit, Supplier<RestCaller.Answer> call) {
        assertThatItIsRefused(without(limit, call, answer -> answer.status() == 429));
    }

    private static void assertThatItIsRefused(RestCaller.Answer answer) {
        assertThat(answer.refusal(429)).startsWith("Too many requests; try again in");
        assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
    }

    private void assertThatAPageSaysSo(Limit limit, Supplier<Browser.Page> call) {
        var page = without(limit, call, answer -> answer.status() == 429);
        assertThat(page.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(page.body()).contains("That was a lot in a short time.");
    }

    private RestCaller.Answer send(HttpRequest.Builder request) {
        return api.send(request.copy());
    }

    private String installation() {
        return "http://localhost:" + port;
    }
}
