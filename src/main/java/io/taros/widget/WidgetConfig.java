package io.taros.widget;

import io.taros.bot.Bot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the widget needs to know about a bot to show it. What is absent the widget says itself, in
 * the visitor's language.
 */
record WidgetConfig(
        String name,
        String language,
        @Nullable String greeting,
        List<String> suggestedQuestions,
        String accent,
        String position,
        String theme,
        @Nullable String aiNotice,
        @Nullable String privacyPolicyUrl,
        boolean showReliability,
        boolean poweredBy,
        Map<String, String> texts) {

    static WidgetConfig of(Bot bot, boolean poweredBy) {
        var look = bot.widget();
        return new WidgetConfig(
                bot.name(),
                bot.language(),
                look.greeting().isBlank() ? null : look.greeting(),
                look.suggestedQuestions(),
                look.accentColour(),
                lower(look.launcherPosition()),
                lower(look.theme()),
                look.texts().get("aiNotice"),
                bot.privacyPolicyUrl(),
                true,
                poweredBy,
                look.texts());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
