package io.taros.golden;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * With the packaged jar, in which the mail library has to find its parts, and a night that comes by
 * the clock.
 */
class NightIT {
    private static final String QUESTION = "How long does delivery take?";
    private static final Duration UNTIL_NIGHT = Duration.ofMinutes(3);
    private static final String NIGHTS = "/test/golden-questions/nights";

    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();
    private final GreenMail mailServer =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Test
    void endsWithAMailToTheOwner() {
        var key = RunningTaros.setUp(data);
        mailServer.start();
        try (var taros =
                RunningTaros.start(
                        data,
                        "--taros.mail.host=127.0.0.1",
                        "--taros.mail.port=" + mailServer.getSmtp().getPort(),
                        "--taros.mail.from=taros@acme.example")) {
            var api = new RestCaller(taros.url(), key);
            var bot = driftingBot(api);
            var browser = new Browser(taros.url());
            browser.signIn("ada@acme.example", "three quiet otters");
            browser.get(NIGHTS);
            var soon =
                    LocalTime.now(ZoneOffset.UTC).plusSeconds(65).truncatedTo(ChronoUnit.MINUTES);
            var saved =
                    browser.post(
                            NIGHTS,
                            "bot",
                            bot,
                            "nightly",
                            "true",
                            "time",
                            soon.toString(),
                            "told",
                            "true");
            assertThat(saved.status()).as(saved.body()).isEqualTo(303);

            eventually(UNTIL_NIGHT, () -> assertThat(mailServer.getReceivedMessages()).hasSize(1));
            var mail = mailServer.getReceivedMessages()[0];
            assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients()))
                    .isEqualTo("ada@acme.example");
            assertThat(GreenMailUtil.getWholeMessage(mail)).contains(QUESTION);
            assertThat(taros.log()).doesNotContain("ada@acme.example", QUESTION);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } finally {
            mailServer.stop();
        }
    }

    /** Asked once while the answer was as it should be. */
    private static String driftingBot(RestCaller api) {
        var bot = api.bot("Robin");
        var first = teach(api, bot, "Two days.");
        var held = Map.of("question", QUESTION, "required", List.of("two days"));
        assertThat(api.post("/bots/" + bot + "/golden-questions", held).status()).isEqualTo(201);
        var run = api.post("/bots/" + bot + "/golden-runs", "{}").at("id");
        eventually(() ->
                assertThat(api.get("/golden-runs/" + run).at("status")).isEqualTo("finished"));
        api.call("DELETE", "/sources/" + first, "");
        teach(api, bot, "Three days.");
        return bot;
    }

    private static String teach(RestCaller api, String bot, String answer) {
        var source = Map.of("type", "qa", "question", QUESTION, "answer", answer);
        var id = api.accepted(api.post("/bots/" + bot + "/sources", source));
        api.finished(id);
        return id;
    }
}
