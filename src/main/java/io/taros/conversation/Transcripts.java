package io.taros.conversation;

import io.taros.bot.Bot;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations for people to read: the list of a bot, and one from beginning to end. */
@Component
public class Transcripts {
    private static final int ALL = 10_000;

    private final Conversations conversations;
    private final ConversationLog log;
    private final ConversationLists lists;
    private final Queues queues;
    private final Restrictions restrictions;

    Transcripts(
            Conversations conversations,
            ConversationLog log,
            ConversationLists lists,
            Queues queues,
            Restrictions restrictions) {
        this.lists = lists;
        this.queues = queues;
        this.restrictions = restrictions;
        this.conversations = conversations;
        this.log = log;
    }

    /**
     * @param opening the visitor's first words
     * @param latest the last words, whoever said them
     */
    public record Summary(Conversation conversation, String opening, @Nullable Message latest) {}

    /**
     * @param next where the list goes on; none at its end
     */
    public record Page(List<Summary> summaries, Conversations.@Nullable Cursor next) {}

    public record Transcript(Conversation conversation, List<Message> messages) {}

    /**
     * A question and what came of it.
     *
     * @param reply none while it is being made
     */
    public record Exchange(
            Conversation.Id conversation, Message question, @Nullable Message reply) {}

    public record Asked(Conversation.Id conversation, Message question) {}

    /** Latest activity first. */
    public Page list(Bot.Id bot, Conversations.@Nullable Cursor after, int limit) {
        return page(conversations.list(bot, after, limit + 1), limit);
    }

    /**
     * The same of all bots, or of one, however they stand, or in one state.
     *
     * @param bot absent for all
     */
    public Page list(
            Bot.@Nullable Id bot,
            Conversation.@Nullable State state,
            Conversations.@Nullable Cursor after,
            int limit) {
        return page(conversations.findAll(lists.list(bot, state, after, limit + 1)), limit);
    }

    /** Of one of the lists that people work through. */
    public Page list(
            Queue queue, Queues.Reader reader, Conversations.@Nullable Cursor after, int limit) {
        var ids = queues.list(queue, reader, after, limit + 1);
        return page(conversations.findAll(ids), limit);
    }

    private Page page(List<Conversation> found, int limit) {
        var page = found.subList(0, Math.min(limit, found.size()));
        var ids = page.stream().map(Conversation::id).toList();
        var openings = log.openings(ids);
        var latest = log.latest(ids);
        var summaries =
                page.stream()
                        .map(one ->
                                new Summary(
                                        one,
                                        openings.getOrDefault(one.id(), ""),
                                        latest.get(one.id())))
                        .toList();
        return new Page(summaries, found.size() > limit ? placeOf(page.getLast()) : null);
    }

    public Summary summary(Conversation.Id id) {
        return page(List.of(conversations.get(id)), 1).summaries().getFirst();
    }

    public Transcript get(Conversation.Id id) {
        return new Transcript(conversations.get(id), log.list(id, 0, ALL));
    }

    /** Beginning after a place in the conversation. */
    public List<Message> messages(Conversation.Id id, long after, int limit) {
        conversations.get(id);
        return log.list(id, after, limit);
    }

    /** One message; none of what is restricted. */
    public Optional<Message> find(Conversation.Id id, Message.Id message) {
        return restrictions.isOn(id) ? Optional.empty() : log.find(id, message);
    }

    /** To make something of it: nothing is made of files alone, or of what is restricted. */
    public Exchange exchange(Message.Id question) {
        return log.exchange(question)
                .filter(exchange -> !exchange.question().text().isEmpty())
                .filter(exchange -> !restrictions.isOn(exchange.conversation()))
                .orElseThrow(NotFound::new);
    }

    public Bot.Id botOf(Exchange exchange) {
        return conversations.get(exchange.conversation()).botId();
    }

    /** What the bot had no answer to, latest first. */
    public List<Asked> unanswered(Bot.Id bot, Instant since, int limit) {
        return log.unanswered(bot, since, limit);
    }

    private static Conversations.Cursor placeOf(Conversation last) {
        return new Conversations.Cursor(last.lastMessageAt(), last.id());
    }
}
