package io.taros.draft;

import io.taros.bot.AnsweringSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A setting that will be another one once the draft is published, with all of both. */
public record ChangedSetting(Setting setting, AnsweringSettings before, AnsweringSettings now) {

    public enum Setting {
        INSTRUCTIONS,
        LANGUAGE,
        THRESHOLD,
        PROVIDER,
        MODEL;

        /** As it is called in answers to programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public @Nullable Object of(AnsweringSettings settings) {
            return switch (this) {
                case INSTRUCTIONS -> settings.instructions();
                case LANGUAGE -> settings.language();
                case THRESHOLD -> settings.threshold();
                case PROVIDER -> settings.provider();
                case MODEL -> settings.model();
            };
        }
    }

    static List<ChangedSetting> between(AnsweringSettings before, AnsweringSettings now) {
        return Arrays.stream(Setting.values())
                .filter(setting -> !Objects.equals(setting.of(before), setting.of(now)))
                .map(setting -> new ChangedSetting(setting, before, now))
                .toList();
    }
}
