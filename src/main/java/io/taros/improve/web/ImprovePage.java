package io.taros.improve.web;

import io.taros.platform.web.FormErrors;
import io.taros.platform.web.MarkedText;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A reply to write better: what was asked, what the bot said, what a person says instead.
 *
 * @param id the visitor's message
 * @param reply none while the bot is at it
 */
public record ImprovePage(
        UUID id, UUID conversation, String asked, @Nullable Reply reply, Draft draft)
        implements View {
    public record Reply(MarkedText text, List<SourceQuote> sources) {
        public Reply {
            sources = List.copyOf(sources);
        }
    }

    /**
     * @param wordings other ways to ask, one a line
     */
    public record Draft(String question, String wordings, String answer, FormErrors errors) {}

    @Override
    public String template() {
        return "improve/improve";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
