package io.taros.ceiling.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a bot may cost in a day.
 *
 * @param answered today, where there is a limit for all
 */
public record CeilingPage(
        BotPick pick, Typed typed, @Nullable Integer answered, boolean isSaved, FormErrors errors)
        implements View {

    /** As typed. */
    public record Typed(String perVisitor, String perBot, List<Sentence> sentences) {}

    /**
     * @param own in place of ours; blank for ours
     */
    public record Sentence(String language, String own, String ours) {}

    @Override
    public String template() {
        return "ceiling/ceiling";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
