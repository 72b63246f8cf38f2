package io.taros.conversation;

import io.taros.answering.Summarizing;
import io.taros.answering.Summarizing.Outcome;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.ceiling.Ceilings;
import io.taros.platform.jobs.JobHandler;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.io.IOException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sums up what is handed over, after it was: nobody waits for a model to be handed over. */
@Component
class SummarizingConversation implements JobHandler<SummarizeConversation> {
    /** So much of the end of it is told to a model. */
    private static final int READ = 40;

    private final Conversations conversations;
    private final ConversationLog log;
    private final Restrictions restrictions;
    private final Summaries summaries;
    private final Summarizing summarizing;
    private final Bots bots;
    private final Jobs jobs;
    private final Ceilings ceilings;
    private final Questions questions;

    SummarizingConversation(
            Conversations conversations,
            ConversationLog log,
            Restrictions restrictions,
            Summaries summaries,
            Summarizing summarizing,
            Bots bots,
            Jobs jobs,
            Ceilings ceilings,
            Questions questions) {
        this.ceilings = ceilings;
        this.questions = questions;
        this.conversations = conversations;
        this.log = log;
        this.restrictions = restrictions;
        this.summaries = summaries;
        this.summarizing = summarizing;
        this.bots = bots;
        this.jobs = jobs;
    }

    @EventListener
    void on(HandedOver event) {
        jobs.enqueue(
                new SummarizeConversation(Tenancy.organization(), event.conversation(), false));
    }

    @Override
    public Class<SummarizeConversation> type() {
        return SummarizeConversation.class;
    }

    /** Within seconds: whoever takes over reads it now or not at all. */
    @Override
    public int attempts() {
        return 3;
    }

    @Override
    public void handle(SummarizeConversation job) throws IOException {
        var bot =
                conversations
                        .find(job.conversation())
                        .filter(one -> !restrictions.isOn(one.id()))
                        .flatMap(one -> bots.find(one.botId()))
                        .orElse(null);
        var said = bot == null ? List.<Message>of() : log.last(job.conversation(), READ);
        if (bot == null
                || !summarizing.hasModel(bot)
                || said.stream().noneMatch(one -> one.role() == Message.Role.VISITOR)) {
            if (job.isAnew()) {
                // Somebody is shown that it is under way.
                summaries.fail(job.conversation());
            }
            return;
        }
        if ((job.isAnew() || isDue(job.conversation(), bot, said.getLast()))
                && summaries.begin(job.conversation())) {
            write(job.conversation(), bot, said);
        }
    }

    /** It costs what an answer costs, so it is one of those that the owner gives in a day. */
    private boolean isDue(Conversation.Id conversation, Bot bot, Message last) {
        return isNews(conversation, last)
                && ceilings.take(bot.id(), questions.visitor(conversation), bot.language())
                        .isEmpty();
    }

    private boolean isNews(Conversation.Id conversation, Message last) {
        return summaries
                .find(conversation)
                .filter(kept -> kept.status() == KeptSummary.Status.WRITTEN)
                .map(KeptSummary::written)
                .filter(written -> written.sequence() >= last.sequence())
                .isEmpty();
    }

    private void write(Conversation.Id conversation, Bot bot, List<Message> said)
            throws IOException {
        var turns = said.stream().map(Questions::earlier).toList();
        switch (summarizing.summarize(bot, turns)) {
            case Outcome.Written written -> {
                if (!restrictions.isOn(conversation)) {
                    summaries.write(conversation, written, said.getLast().sequence());
                }
            }
            case Outcome.NoModel none -> summaries.fail(conversation);
            case Outcome.Failed(var isPassing) -> {
                if (isPassing) {
                    throw new IOException("The model wrote no summary");
                }
                summaries.fail(conversation);
            }
        }
    }

    @Override
    public void exhausted(SummarizeConversation job, Throwable cause) {
        summaries.fail(job.conversation());
    }
}
