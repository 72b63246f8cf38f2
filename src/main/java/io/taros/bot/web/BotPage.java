package io.taros.bot.web;

import io.taros.bot.Provider;
import io.taros.bot.Recipients;
import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Who the bot is, when it dares to answer and who writes for it. */
public record BotPage(
        BotPick pick,
        Settings settings,
        List<Writer> writers,
        Waiting waiting,
        Notice notice,
        FormErrors errors)
        implements View {
    public BotPage {
        writers = List.copyOf(writers);
    }

    /** What answers can fall back to: the languages the search knows how to read. */
    public static final List<String> LANGUAGES =
            List.of("en", "da", "de", "es", "fr", "nb", "nl", "sv");

    /** Who gets text with these settings. */
    public Recipients recipients() {
        return writers.stream()
                .filter(writer -> writer.provider() == settings.provider())
                .findFirst()
                .map(Writer::recipients)
                .orElse(new Recipients(null, null));
    }

    /** What the form holds. */
    public record Settings(
            String name,
            String instructions,
            String language,
            int threshold,
            Provider provider,
            String model) {}

    /**
     * A provider one can choose.
     *
     * @param recipients who would get text with it
     * @param model its usual one; absent where there is none or no key is set
     */
    public record Writer(
            Provider provider,
            Availability availability,
            Recipients recipients,
            @Nullable String model) {}

    public enum Availability {
        READY,
        NO_KEY
    }

    /** Whether what changes answers reaches visitors at once; then the form holds the draft's. */
    public enum Waiting {
        NO,
        IN_DRAFT
    }

    public enum Notice {
        NONE,
        SAVED
    }

    @Override
    public String template() {
        return "bot/bot";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
