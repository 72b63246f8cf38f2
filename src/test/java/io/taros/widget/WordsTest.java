package io.taros.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Owners say it in their own words, in languages of their own. */
@TarosTest
class WordsTest {
    private final Tenants tenants;
    private final Words words;
    private final URI installation;
    private final Browser owner;
    private String bot;
    private String key;

    WordsTest(Tenants tenants, Words words, @LocalServerPort int port) {
        this.tenants = tenants;
        this.words = words;
        installation = URI.create("http://localhost:" + port);
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeHasABot() {
        var acme = tenants.open("Acme");
        var api = new RestCaller(installation.toString(), acme.apiKey());
        bot = api.bot("Robin");
        key = api.get("/bots/" + bot).at("publicKey");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(page("da"));
    }

    private String page(String language) {
        return "/bot/widget/words?bot=" + bot + "&language=" + language;
    }

    private Browser.Page save(String language, String name, String text) {
        return owner.post("/bot/widget/words", "bot", bot, "language", language, name, text);
    }

    private String config() {
        return Visitor.config(installation, key);
    }

    @Test
    void haveTheSameNamesInEveryLanguage() {
        assertThat(words.languages())
                .containsExactly("da", "de", "en", "es", "fr", "nb", "nl", "sv");
        assertThat(words.languages())
                .allSatisfy(language ->
                        assertThat(words.of(language))
                                .as(language)
                                .hasSameSizeAs(words.of("en"))
                                .containsKeys(words.of("en").keySet().toArray(String[]::new)));
    }

    @Test
    void areThoseOfOneLanguageAlone() {
        assertThat(save("da", "talk", "Ring til værkstedet").status()).isEqualTo(303);
        assertThat(save("de", "talk", "Werkstatt anrufen").status()).isEqualTo(303);

        assertThat(config())
                .contains(
                        "\"da:talk\":\"Ring til værkstedet\"", "\"de:talk\":\"Werkstatt anrufen\"");
        assertThat(owner.get(page("da")).body())
                .contains("value=\"Ring til værkstedet\"", "placeholder=\"Tal med et menneske\"")
                .doesNotContain("Werkstatt");
        save("da", "talk", "");
        assertThat(config()).doesNotContain("da:talk").contains("de:talk");
    }

    @Test
    void bringALanguageThatWeDoNotSpeak() {
        assertThat(owner.get(page("ar")).body())
                .contains("Arabic", "placeholder=\"Talk to a person\"");

        assertThat(save("ar", "talk", "تحدث إلى شخص").status()).isEqualTo(303);

        assertThat(config()).contains("\"ar:talk\":\"تحدث إلى شخص\"");
        assertThat(owner.get(page("da")).body()).contains("language=ar");
        assertThat(owner.get(page("Arabisch!")).body()).contains("two or three small letters");
    }

    @Test
    void keepWhatIsFilledIn() {
        var refused = save("da", "mailSent", "På vej!");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Keep {email}", "value=\"På vej!\"");
        assertThat(config()).doesNotContain("mailSent");
    }

    /** AI Act, Article 50: in no language is it talked away. */
    @Test
    void stillTellWhatAnswers() {
        var refused = save("da", "aiNotice", "Robin hjælper dig gerne.");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("must tell visitors what answers them");
        assertThat(save("ar", "aiNotice", "أنت تتحدث إلى ذكاء اصطناعي.").status()).isEqualTo(303);
    }

    @Test
    void writeAnInvitationIntoTheLineAndNowhereElse() {
        var line =
                owner.get(
                                "/bot/widget?bot="
                                        + bot
                                        + "&message=It%27s+%3Cfree%3E&page=%2Fprices*&seconds=20&scroll=")
                        .body();

        assertThat(line)
                .contains("data-proactive=")
                .contains("It&amp;#39;s &amp;lt;free&amp;gt;")
                .doesNotContain("<free>");
        assertThat(owner.get("/bot/widget?bot=" + bot).body()).doesNotContain("data-proactive");
    }

    @Test
    void areServedBesideWhatOtherWebsitesInstall() {
        for (var file : new String[] {"/widget/wordpress.zip", "/widget/npm.tgz"}) {
            var answer = owner.get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        }
    }
}
