package io.taros;

import io.taros.ceiling.web.CeilingPage;
import io.taros.ceiling.web.CeilingPage.Sentence;
import io.taros.ceiling.web.CeilingPage.Typed;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Map;

/** What a bot may cost: no limit, some, and wrong ones. */
final class SampleCeiling {
    private static final String OURS =
            "I cannot answer any more today. If you would like help now, ask for a person; otherwise I am back tomorrow.";

    private SampleCeiling() {}

    static void put(Map<String, View> views, BotPick bot) {
        views.put("ceiling-none", page(bot, new Typed("", "", texts("")), null, FormErrors.NONE));
        views.put(
                "ceiling-some",
                page(
                        bot,
                        new Typed(
                                "30", "1000", texts("That is all for today. <b>Write</b> to us.")),
                        812,
                        FormErrors.NONE));
        views.put(
                "ceiling-wrong",
                page(
                        bot,
                        new Typed("many", "0", texts("")),
                        null,
                        FormErrors.NONE
                                .text("perVisitor", "ceiling.number", 1_000_000)
                                .text("perBot", "ceiling.number", 1_000_000)));
    }

    private static CeilingPage page(BotPick bot, Typed typed, Integer answered, FormErrors errors) {
        return new CeilingPage(bot, typed, answered, false, errors);
    }

    private static List<Sentence> texts(String english) {
        return List.of(new Sentence("en", english, OURS), new Sentence("da", "", OURS));
    }
}
