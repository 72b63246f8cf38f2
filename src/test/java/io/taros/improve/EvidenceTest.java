package io.taros.improve;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.answering.JudgedAnswer;
import io.taros.answering.JudgedAnswer.Kind;
import io.taros.answering.JudgedAnswers;
import io.taros.answering.JudgedAnswers.Tally;
import io.taros.bot.Bot;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.sql.Id;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.TaughtBot;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What visitors' ratings and people's improvements tell about a bot's scores. */
@TarosTest
class EvidenceTest {
    private static final String QUESTION = TaughtBot.QUESTION;
    private static final String ANSWER = TaughtBot.ANSWER;

    private record Something(UUID value) implements Id {}

    private final Tenants tenants;
    private final JudgedAnswers judged;
    private final CrossOrganization everything;
    private final int port;
    private Tenant acme;
    private RestCaller api;
    private String bot;
    private String publicKey;

    EvidenceTest(
            Tenants tenants,
            JudgedAnswers judged,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.judged = judged;
        this.everything = everything;
        this.port = port;
    }

    @BeforeEach
    void acmeHasABotThatKnowsItsHours() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var robin = TaughtBot.of(api);
        bot = robin.id();
        publicKey = robin.publicKey();
    }

    private record Exchange(Visitor visitor, String question, String reply) {
        void rate(String rating) {
            var body = "{\"messageId\": \"%s\", %s}".formatted(reply, rating);
            assertThat(visitor.call("POST", "/rating", body).statusCode()).isLessThan(300);
        }
    }

    private Exchange ask(String text) {
        var visitor = Visitor.start(URI.create("http://localhost:" + port), publicKey);
        var question = visitor.say(text, "c-1");
        var reply = visitor.replyTo(question).data().path("id").asString();
        return new Exchange(visitor, question, reply);
    }

    private void improve(Exchange exchange, String answer) {
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        var address = "/knowledge/unanswered/" + exchange.question();
        assertThat(browser.get(address).body()).contains(ANSWER);
        var saved =
                browser.post(
                        address, "question", "Opening hours?", "answer", answer, "rights", "true");
        assertThat(saved.status()).isEqualTo(303);
    }

    private Bot.Id robin() {
        return new Bot.Id(UUID.fromString(bot));
    }

    private List<Tally> tallies() {
        return Tenancy.callAs(acme.organization(), () -> judged.tallies(robin()));
    }

    private <T> List<T> all(String sql, Class<T> type) {
        return everything.inTransaction((JdbcClient jdbc) -> jdbc.sql(sql).query(type).list());
    }

    @Test
    void isAThumbOnAnAnswerAndTheScoreItHad() {
        ask(QUESTION).rate("\"rating\": \"up\"");
        ask(QUESTION).rate("\"rating\": \"down\"");
        ask(QUESTION).rate("\"score\": 4");

        assertThat(tallies()).containsExactly(new Tally(Kind.RATING, 3, 2));
        assertThat(all("select score from judged_answer", Double.class))
                .containsExactlyInAnyOrderElementsOf(
                        all("select reliability from message where role = 'BOT'", Double.class));
    }

    @Test
    void isTakenBackWithTheThumb() {
        var asked = ask(QUESTION);
        asked.rate("\"rating\": \"down\"");
        asked.rate("\"rating\": \"up\"");
        assertThat(tallies()).containsExactly(new Tally(Kind.RATING, 1, 1));

        asked.rate("\"score\": 3");

        assertThat(tallies()).isEmpty();
    }

    /** Only an answer claims to be right. */
    @Test
    void isNothingButAnswers() {
        ask("Hello").rate("\"rating\": \"down\"");
        ask("What is the capital of Peru?").rate("\"rating\": \"down\"");
        ask("I want to talk to a human").rate("\"rating\": \"down\"");
        var visitor = ask(QUESTION).visitor();
        visitor.call("POST", "/rating", "{\"rating\": \"down\"}");

        assertThat(tallies()).isEmpty();
    }

    @Test
    void isWhatSomebodyDidWithAReply() {
        improve(ask(QUESTION), ANSWER);
        var rated = ask(QUESTION);
        rated.rate("\"rating\": \"up\"");
        improve(rated, "From ten to four.");
        rated.rate("\"rating\": \"up\"");

        assertThat(tallies())
                .as("whoever runs the bot knows better than who visits it")
                .containsExactly(new Tally(Kind.IMPROVEMENT, 2, 1));
    }

    /** What was shown was moved by the evidence: it must not be evidence for the next move. */
    @Test
    void isTheScoreBeforeItWasCalibrated() {
        var wrong =
                IntStream.range(0, 20)
                        .mapToObj(i ->
                                JudgedAnswer.of(
                                        Kind.GOLDEN, new Something(UUID.randomUUID()), 0.6, true))
                        .toList();
        Tenancy.runAs(acme.organization(), () -> judged.replace(robin(), Kind.GOLDEN, wrong));

        ask(QUESTION).rate("\"rating\": \"up\"");

        var shown = all("select reliability from message where role = 'BOT'", Double.class);
        var raw = all("select raw_reliability from message where role = 'BOT'", Double.class);
        assertThat(raw.getFirst()).isLessThan(shown.getFirst());
        assertThat(all("select score from judged_answer where kind = 'RATING'", Double.class))
                .isEqualTo(raw);
    }

    @Test
    void staysWhenTheConversationGoesAndLeadsNowhere() {
        var asked = ask(QUESTION);
        asked.rate("\"rating\": \"up\"");

        asked.visitor().call("DELETE", "", "");

        assertThat(tallies()).containsExactly(new Tally(Kind.RATING, 1, 1));
        assertThat(all("select to_jsonb(j)::text from judged_answer j", String.class).getFirst())
                .doesNotContain(asked.reply(), asked.question(), asked.visitor().id());
    }
}
