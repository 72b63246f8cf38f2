package io.taros.golden.web;

import io.taros.platform.web.MarkedText;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a visitor asked, about to become a golden question.
 *
 * @param id the visitor's message
 * @param reply none while the bot is at it
 */
public record FromConversationPage(
        UUID id, UUID conversation, String asked, @Nullable Reply reply, GoldenDraft draft)
        implements View {
    public record Reply(MarkedText text, List<SourceQuote> sources) {
        public Reply {
            sources = List.copyOf(sources);
        }
    }

    @Override
    public String template() {
        return "golden/from-conversation";
    }

    @Override
    public HttpStatus status() {
        return draft.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
