package io.taros.platform.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/**
 * The message bundles in one language, Norwegian of any kind being bokmål. A missing key is a bug
 * and fails.
 */
public record Texts(MessageSource messages, Locale locale) {
    private static final Locale BOKMAL = Locale.of("nb");

    public Texts {
        locale = written(locale);
    }

    static Locale written(Locale locale) {
        return switch (locale.getLanguage()) {
            case "no", "nn" -> BOKMAL;
            default -> locale;
        };
    }

    public String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String get(MessageSourceResolvable text) {
        return messages.getMessage(text, locale);
    }
}
