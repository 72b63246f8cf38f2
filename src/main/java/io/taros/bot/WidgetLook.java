package io.taros.bot;

import static java.util.Objects.requireNonNull;

import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a bot appears on a website.
 *
 * @param greeting the first words; the widget's own in the visitor's language when empty
 * @param texts the owner's words in place of the widget's, by the widget's text names, or for one
 *     language by {@code language:name}
 */
public record WidgetLook(
        String greeting,
        List<String> suggestedQuestions,
        String accentColour,
        LauncherPosition launcherPosition,
        Theme theme,
        Map<String, String> texts) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String NOTICE = "aiNotice";

    /** In the languages of the widget and a few written otherwise; in any other, "AI" does. */
    private static final Pattern TELLS_WHAT_IT_IS =
            Pattern.compile(
                    "(?iu)(?<!\\p{L})((AI|A\\.I|KI|IA)(?!\\p{L})|(chat-?|ro)?bot|machine|maskin|máquina|artifi[ck]|künstlich|kunstig|konstgjord|kunstmati|automat|اصطناع|مصنوعی|מלאכותית|штучн|искусственн|人工|인공)");

    private static final int MAX_SUGGESTIONS = 4;

    public static final WidgetLook DEFAULT =
            new WidgetLook("", List.of(), "#00716f", LauncherPosition.RIGHT, Theme.AUTO, Map.of());

    public WidgetLook {
        requireNonNull(greeting, "a greeting may be empty, not absent");
        suggestedQuestions = List.copyOf(suggestedQuestions);
        texts = Map.copyOf(texts);
        if (!COLOUR.matcher(accentColour).matches()) {
            throw new BadInput("accentColour", "bot.input.colour");
        }
        if (suggestedQuestions.size() > MAX_SUGGESTIONS) {
            throw new BadInput("suggestedQuestions", "bot.input.suggestions", MAX_SUGGESTIONS);
        }
    }

    /**
     * Whoever wants to say nothing switches the notice off, for a reason that is kept.
     *
     * @throws BadInput if the owner's own words for the notice, for every language or for one, do
     *     not tell what answers
     */
    void checkNotice() {
        texts.forEach((name, words) -> {
            var isNotice = name.equals(NOTICE) || name.endsWith(":" + NOTICE);
            if (isNotice && !words.isBlank() && !TELLS_WHAT_IT_IS.matcher(words).find()) {
                throw new BadInput("texts." + name, "bot.input.notice");
            }
        });
    }

    public enum LauncherPosition {
        LEFT,
        RIGHT
    }

    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }
}
