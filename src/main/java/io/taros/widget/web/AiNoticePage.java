package io.taros.widget.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Whether a bot says that it is an AI, and which words visitors read.
 *
 * @param own the owner's words in place of ours
 * @param reason as somebody typed it
 */
public record AiNoticePage(
        BotPick pick,
        @Nullable Off off,
        @Nullable String own,
        List<Shown> shown,
        String reason,
        FormErrors errors)
        implements View {
    public record Off(String reason, Instant since) {}

    /**
     * @param wording absent where none was read
     */
    public record Shown(
            String version,
            @Nullable String wording,
            LocalDate first,
            LocalDate last,
            long conversations) {}

    public AiNoticePage {
        shown = List.copyOf(shown);
    }

    @Override
    public String template() {
        return "widget/ai-notice";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
