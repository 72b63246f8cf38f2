package io.taros.conversation.web;

import io.taros.conversation.VisitorIdentity;
import io.taros.platform.web.ReliabilityBar;
import io.taros.platform.web.SourceQuote;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One conversation from the first word to the last.
 *
 * @param visitor who it is, where their website said so and signed it
 * @param goneAt when it is deleted, where its lifetime is known
 */
public record TranscriptPage(
        UUID id,
        @Nullable VisitorIdentity visitor,
        Instant startedAt,
        @Nullable Instant goneAt,
        List<Entry> entries)
        implements View {
    public TranscriptPage {
        entries = List.copyOf(entries);
    }

    public sealed interface Entry {
        String text();

        Instant at();
    }

    public record Visitor(String text, Instant at) implements Entry {}

    /**
     * @param question the visitor's message it replies to
     * @param why the key of the sentence that says why it ended so, where that was kept
     * @param choices what was offered where it asked back
     * @param bar absent where no score was kept
     */
    public record Bot(
            @Nullable UUID question,
            String text,
            Instant at,
            ConversationsPage.Ending ending,
            @Nullable String why,
            List<String> choices,
            @Nullable ReliabilityBar bar,
            List<SourceQuote> sources)
            implements Entry {
        public Bot {
            choices = List.copyOf(choices);
            sources = List.copyOf(sources);
        }
    }

    public record Person(String text, Instant at) implements Entry {}

    @Override
    public String template() {
        return "conversation/transcript";
    }
}
