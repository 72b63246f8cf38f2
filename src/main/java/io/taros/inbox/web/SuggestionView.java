package io.taros.inbox.web;

import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bot would reply.
 *
 * @param text absent where the knowledge holds no reliable answer
 */
public record SuggestionView(
        @Nullable String text, @Nullable ReliabilityBar bar, List<SourceQuote> sources)
        implements View {
    public SuggestionView {
        sources = List.copyOf(sources);
    }

    @Override
    public String template() {
        return "inbox/suggestion";
    }
}
