package io.taros.bot.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.WidgetLook;
import io.taros.platform.web.BadInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a caller says about a bot; what is absent stays as it is. */
@Schema(name = "NewBot")
record NewBot(
        @Schema(description = "Shown to visitors", example = "Robin") @Nullable String name,
        @Schema(description = "Persona and rules in your own words, at most 4,000 characters")
                @Nullable String instructions,
        @Schema(
                        description =
                                "ISO 639-1, spoken when the visitor's own language cannot be told",
                        example = "en")
                @Nullable String language,
        @Schema(
                        description =
                                "The reliability, 0 to 1, below which the bot says that it does not know")
                @Nullable Double threshold,
        @Schema(
                        description =
                                "Who writes the answers; none quotes the sources and sends nothing anywhere",
                        allowableValues = {
                            "automatic",
                            "none",
                            "openai",
                            "anthropic",
                            "mistral",
                            "compatible"
                        })
                @Nullable String provider,
        @Schema(description = "The provider's name of a model; its default when empty")
                @Nullable String model,
        @Schema(
                        description =
                                "Websites that may show the bot; this installation's own is always allowed",
                        example = "[\"https://www.example.com\"]")
                @Nullable List<String> allowedOrigins,
        @Nullable String privacyPolicyUrl,
        @Nullable Look widget) {

    @Schema(name = "WidgetLook")
    record Look(
            @Nullable String greeting,
            @Schema(description = "At most four") @Nullable List<String> suggestedQuestions,
            @Schema(example = "#00716f") @Nullable String accentColour,
            @Schema(allowableValues = {"left", "right"}) @Nullable String launcherPosition,
            @Schema(allowableValues = {"auto", "light", "dark"}) @Nullable String theme,
            @Schema(description = "Your words in place of the widget's, by their names")
                    @Nullable Map<String, String> texts) {

        static Look of(WidgetLook look) {
            return new Look(
                    look.greeting(),
                    look.suggestedQuestions(),
                    look.accentColour(),
                    word(look.launcherPosition()),
                    word(look.theme()),
                    look.texts());
        }

        WidgetLook over(WidgetLook old) {
            try {
                return new WidgetLook(
                        or(greeting, old.greeting()),
                        or(suggestedQuestions, old.suggestedQuestions()),
                        or(accentColour, old.accentColour()),
                        constant("launcherPosition", launcherPosition, old.launcherPosition()),
                        constant("theme", theme, old.theme()),
                        or(texts, old.texts()));
            } catch (BadInput wrong) {
                throw wrong.in("widget." + wrong.field());
            }
        }
    }

    BotSettings settings() {
        if (name == null) {
            throw new BadInput("name", "bot.input.no-name");
        }
        return over(BotSettings.named(name));
    }

    BotSettings settings(Bot old) {
        return over(BotSettings.of(old));
    }

    private BotSettings over(BotSettings old) {
        return new BotSettings(
                or(name, old.name()),
                or(instructions, old.instructions()),
                or(language, old.language()),
                or(threshold, old.threshold()),
                constant("provider", provider, old.provider()),
                model == null ? old.model() : model,
                or(allowedOrigins, old.allowedOrigins()),
                privacyPolicyUrl == null ? old.privacyPolicyUrl() : privacyPolicyUrl,
                widget == null ? old.widget() : widget.over(old.widget()));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <E extends Enum<E>> E constant(
            String field, @Nullable String word, E otherwise) {
        if (word == null) {
            return otherwise;
        }
        var constants = otherwise.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, "bot.input.word", words(constants)));
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(NewBot::word).collect(Collectors.joining(", "));
    }
}
