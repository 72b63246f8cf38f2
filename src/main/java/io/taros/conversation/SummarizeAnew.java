package io.taros.conversation;

import io.taros.answering.Summarizing;
import io.taros.bot.Bots;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Somebody wants a conversation summed up as it stands now. */
@Component
public class SummarizeAnew {
    private final Conversations conversations;
    private final Summaries summaries;
    private final Summarizing summarizing;
    private final Signals signals;
    private final Bots bots;
    private final Jobs jobs;

    SummarizeAnew(
            Conversations conversations,
            Summaries summaries,
            Summarizing summarizing,
            Signals signals,
            Bots bots,
            Jobs jobs) {
        this.conversations = conversations;
        this.summaries = summaries;
        this.summarizing = summarizing;
        this.signals = signals;
        this.bots = bots;
        this.jobs = jobs;
    }

    /** Whether there is a model that would. */
    public boolean isPossible(Conversation conversation) {
        return bots.find(conversation.botId()).filter(summarizing::hasModel).isPresent();
    }

    /**
     * @throws Conflict where the bot has no model
     */
    public void begin(Conversation.Id id) {
        if (!isPossible(conversations.get(id))) {
            throw new Conflict("conversation.input.no-model");
        }
        var job = new SummarizeConversation(Tenancy.organization(), id, true);
        var isBegun =
                signals.changing(
                        id,
                        () -> {
                            jobs.enqueue(job);
                            return summaries.isBegun(id);
                        });
        if (!isBegun) {
            throw new NotFound();
        }
    }
}
