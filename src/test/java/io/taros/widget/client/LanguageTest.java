package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.taros.browser.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight languages, each whole; that none lacks a word is the compiler's business (TypeTest). */
@BrowserTest
class LanguageTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en    | Open chat        | Talk to a person
                    da    | Åbn chat         | Tal med et menneske
                    de-AT | Chat öffnen      | Mit einem Menschen sprechen
                    fr    | Ouvrir le chat   | Parler à une personne
                    es    | Abrir el chat    | Hablar con una persona
                    nl    | Chat openen      | Praat met een mens
                    sv    | Öppna chatten    | Prata med en människa
                    no    | Åpne chat        | Snakk med et menneske
                    """)
    void speaksTheLanguageOfThePage(String language, String open, String person, Page page) {
        host.head("<script>document.documentElement.lang = '%s'</script>".formatted(language));
        page.navigate(host.url());

        var visitor = new Visitor(page);
        visitor.button(open).click();

        visitor.button(person).waitFor();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | This chat is not available at present.
                    da | Denne chat er ikke tilgængelig for tiden.
                    de | Dieser Chat ist zurzeit nicht verfügbar.
                    fr | Ce chat n’est pas disponible pour le moment.
                    es | Este chat no está disponible en este momento.
                    nl | Deze chat is op dit moment niet beschikbaar.
                    sv | Chatten är inte tillgänglig för närvarande.
                    nb | Chatten er ikke tilgjengelig for øyeblikket.
                    """)
    void saysInEachThatItIsSuspended(String language, String sentence, Page page) {
        installation.suspend(true);
        host.head("<script>document.documentElement.lang = '%s'</script>".formatted(language));
        page.navigate(host.url());

        page.locator("taros-chat button").first().click();

        new Visitor(page).sees(sentence);
    }

    /** A partner's name in the place of ours, whatever is in it. */
    @Test
    void namesWhoeverRunsIt(Page page) {
        installation.config.put("maker", "Fjord $& <b>");

        new Visitor(page).visits(host).opens().sees("Powered by Fjord $& <b>");
    }

    /** A language that we do not speak, in the operator's words, from right to left. */
    @Test
    void speaksWhateverTheOperatorTranslated(Page page) {
        installation.config.put(
                "texts",
                Map.of(
                        "ar:greeting", "كيف نستطيع مساعدتك؟",
                        "ar:message", "رسالتك",
                        "ar:questions", "كيف أعيد مزهرية؟\nكم يكلف التوصيل؟",
                        "ar:aiNotice", "أنت تتحدث إلى ذكاء اصطناعي (AI).",
                        "talk", "Ring the workshop"));
        host.head("<script>document.documentElement.lang = 'ar-EG'</script>");
        page.navigate(host.url());

        page.locator("taros-chat button").first().click();

        var visitor = new Visitor(page);
        visitor.sees("كيف نستطيع مساعدتك؟").sees("كم يكلف التوصيل؟").sees("ذكاء اصطناعي");
        assertThat(page.getByRole(AriaRole.TEXTBOX).getAttribute("aria-label")).isEqualTo("رسالتك");
        assertThat(visitor.button("Ring the workshop").isVisible()).isTrue();
        var panel = page.locator("taros-chat .panel");
        assertThat(panel.getAttribute("lang")).isEqualTo("ar");
        assertThat(panel.locator("header").evaluate("head => getComputedStyle(head).direction"))
                .isEqualTo("rtl");
        visitor.button("كم يكلف التوصيل؟").click();
        visitor.sees("2 sources");
        assertThat(installation.requestsTo("POST", "/conversations").getFirst().body())
                .contains("\"language\":\"ar\"", "ذكاء اصطناعي");
    }

    @Test
    void letsTheOperatorsWordsWin(Page page) {
        installation.config.put("texts", Map.of("talk", "Ring the workshop"));

        var visitor = new Visitor(page).visits(host).opens();

        assertThat(visitor.button("Ring the workshop").isVisible()).isTrue();
    }
}
