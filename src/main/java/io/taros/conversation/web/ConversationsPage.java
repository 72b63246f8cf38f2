package io.taros.conversation.web;

import io.taros.platform.web.BotPick;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Inbox, for now to read: who asked what, and how it ended. */
public record ConversationsPage(BotPick pick, List<Thread> threads, @Nullable String next)
        implements View {
    public ConversationsPage {
        threads = List.copyOf(threads);
    }

    /**
     * @param opening the visitor's first words
     * @param latest the last message of the conversation
     */
    public record Thread(
            UUID id,
            String opening,
            String latest,
            Ending ending,
            int messages,
            Instant lastActive) {}

    public enum Ending {
        ANSWERED,
        ASKED_BACK,
        UNANSWERED,
        HANDOVER,
        OPEN
    }

    @Override
    public String template() {
        return "conversation/conversations";
    }
}
