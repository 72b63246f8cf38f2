package io.taros.home;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step is done when somebody did it, not when something looks as if. */
@TarosTest
class SetupStepsTest {
    private static final Pattern BOT = Pattern.compile("name=\"bot\" value=\"([^\"]+)\"");
    private static final String VOICE = "Give it a voice";

    private final Tenants tenants;
    private final Browser ada;

    SetupStepsTest(Tenants tenants, @LocalServerPort int port) {
        this.tenants = tenants;
        ada = new Browser(port);
    }

    @Test
    void leavesTheVoiceToTheOwner() {
        ada.signIn(tenants.open("Acme").email(), Tenants.PASSWORD);
        ada.get("/home");

        assertThat(ada.post("/home/sample").status()).isEqualTo(303);
        eventually(() -> assertThat(ada.get("/home").body()).doesNotContain("being read"));
        assertThat(isDone("Teach it")).isTrue();
        assertThat(isDone(VOICE)).as("the sample shop gives the bot questions only").isFalse();

        var refused = save("OPENAI");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This installation has no key for it.");
        assertThat(isDone(VOICE)).as("nothing was saved").isFalse();

        assertThat(save("NONE").status()).isEqualTo(303);
        assertThat(isDone(VOICE)).isTrue();
    }

    private Browser.Page save(String provider) {
        var bot = BOT.matcher(ada.get("/bot").body());
        assertThat(bot.find()).isTrue();
        return ada.post(
                "/bot",
                "bot",
                bot.group(1),
                "name",
                "Robin",
                "language",
                "en",
                "threshold",
                "50",
                "provider",
                provider);
    }

    private boolean isDone(String step) {
        for (var one : ada.get("/home").body().split("<li class=\"step ")) {
            if (one.contains("<h3>" + step + "</h3>")) {
                return one.startsWith("step-done");
            }
        }
        throw new AssertionError("There is no step " + step);
    }
}
