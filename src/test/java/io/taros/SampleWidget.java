package io.taros;

import io.taros.followup.web.StopMailsPage;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.widget.web.TranscriptLinkPage;
import io.taros.widget.web.WordsPage;
import java.util.List;
import java.util.Map;

/** What belongs to the widget, besides its settings. */
final class SampleWidget {
    private SampleWidget() {}

    static void put(Map<String, View> views, BotPick bot) {
        for (var state : TranscriptLinkPage.State.values()) {
            views.put(
                    "transcript-link-" + state.name().toLowerCase(java.util.Locale.ROOT),
                    new TranscriptLinkPage(
                            state,
                            "/chat/pk_x/transcript/x",
                            "Robin from the Fjord Thread and Needle Company of Western Jutland",
                            "a.rather.long.address.of.somebody@fjord-thread-and-needle.example"));
        }
        views.put(
                "stop-mails-asked",
                StopMailsPage.asked(
                        "/chat/pk_x/mail/x",
                        "Robin from the Fjord Thread and Needle Company of Western Jutland"));
        views.put("stop-mails-done", StopMailsPage.DONE);
        views.put("stop-mails-gone", StopMailsPage.GONE);
        views.put("words", words(bot, new WordsPage.Language("da", LANGUAGES, true)));
        views.put(
                "words-foreign",
                words(
                        bot,
                        new WordsPage.Language(
                                "ar",
                                List.of("ar", "da", "de", "en", "es", "fr", "nb", "nl", "sv"),
                                false)));
    }

    private static final List<String> LANGUAGES =
            List.of("da", "de", "en", "es", "fr", "nb", "nl", "sv");

    private static WordsPage words(BotPick bot, WordsPage.Language language) {
        return new WordsPage(
                bot,
                language,
                List.of(
                        new WordsPage.Text(
                                "greeting",
                                "How can we help?",
                                "Hvad kan vi hjælpe med?",
                                "Hvad leder du efter i dag?"),
                        new WordsPage.Text("questions", "", "", ""),
                        new WordsPage.Text(
                                "aiNotice",
                                "You are talking to an AI. It answers from our own pages, shows its sources, and can be wrong.",
                                "Du skriver med en AI. Den svarer ud fra vores egne sider, viser sine kilder og kan tage fejl.",
                                ""),
                        new WordsPage.Text(
                                "mailSent",
                                "It is on its way to {email}.",
                                "Den er på vej til {email}.",
                                "På vej!")),
                List.of(new WordsPage.Text("back", "Back", "Tilbage", "")),
                false,
                FormErrors.NONE.text("mailSent", "widget.own.blank", "{email}"));
    }
}
