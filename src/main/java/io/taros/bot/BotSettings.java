package io.taros.bot;

import io.taros.platform.web.BadInput;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an owner decides about a bot, checked: everything of a {@link Bot} but its identity and its
 * dates. Refuses what cannot be used with one sentence about the field.
 */
public record BotSettings(
        String name,
        String instructions,
        String language,
        double threshold,
        Provider provider,
        @Nullable String model,
        List<String> allowedOrigins,
        @Nullable String privacyPolicyUrl,
        WidgetLook widget) {

    private static final int MAX_NAME = 80;
    private static final int MAX_INSTRUCTIONS = 4_000;
    private static final int MAX_ORIGINS = 50;
    private static final Set<String> LANGUAGES =
            Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    public BotSettings {
        name = name.strip();
        instructions = instructions.strip();
        language = language.strip().toLowerCase(Locale.ROOT);
        model = blankToNull(model);
        privacyPolicyUrl = blankToNull(privacyPolicyUrl);
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw new BadInput("name", "bot.input.name", MAX_NAME);
        }
        if (instructions.length() > MAX_INSTRUCTIONS) {
            throw new BadInput("instructions", "bot.input.instructions", MAX_INSTRUCTIONS);
        }
        if (!LANGUAGES.contains(language)) {
            throw new BadInput("language", "bot.input.language");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new BadInput("threshold", "bot.input.threshold");
        }
        if (privacyPolicyUrl != null && !isWebAddress(privacyPolicyUrl)) {
            throw new BadInput("privacyPolicyUrl", "bot.input.privacy-policy");
        }
        if (allowedOrigins.size() > MAX_ORIGINS) {
            throw new BadInput("allowedOrigins", "bot.input.origins", MAX_ORIGINS);
        }
        allowedOrigins = allowedOrigins.stream().map(BotSettings::origin).distinct().toList();
    }

    /** A new bot that only has a name. */
    public static BotSettings named(String name) {
        return new BotSettings(
                name,
                "",
                "en",
                Bot.DEFAULT_THRESHOLD,
                Provider.AUTOMATIC,
                null,
                List.of(),
                null,
                WidgetLook.DEFAULT);
    }

    public static BotSettings of(Bot bot) {
        return new BotSettings(
                bot.name(),
                bot.instructions(),
                bot.language(),
                bot.threshold(),
                bot.provider(),
                bot.model(),
                bot.allowedOrigins(),
                bot.privacyPolicyUrl(),
                bot.widget());
    }

    public BotSettings withAllowedOrigins(List<String> origins) {
        return new BotSettings(
                name,
                instructions,
                language,
                threshold,
                provider,
                model,
                origins,
                privacyPolicyUrl,
                widget);
    }

    BotSettings with(AnsweringSettings settings) {
        return new BotSettings(
                name,
                settings.instructions(),
                settings.language(),
                settings.threshold(),
                settings.provider(),
                settings.model(),
                allowedOrigins,
                privacyPolicyUrl,
                widget);
    }

    public BotSettings withWidget(WidgetLook look) {
        return new BotSettings(
                name,
                instructions,
                language,
                threshold,
                provider,
                model,
                allowedOrigins,
                privacyPolicyUrl,
                look);
    }

    /** As browsers send it: scheme, host and a port that is not the scheme's own, nothing else. */
    static String origin(String text) {
        try {
            var uri = URI.create(text.strip().toLowerCase(Locale.ROOT));
            var path = uri.getPath();
            if (isWeb(uri)
                    && (path == null || path.isEmpty() || path.equals("/"))
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null) {
                var usual = uri.getScheme().equals("https") ? 443 : 80;
                var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
                return uri.getScheme() + "://" + uri.getHost() + port;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Refused below, with the sentence for everything that is no origin.
        }
        throw new BadInput("allowedOrigins", "bot.input.origin");
    }

    private static boolean isWebAddress(String text) {
        try {
            return isWeb(URI.create(text));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
