package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said and shown in conversations, in and out of its sealed rows. Sealing and opening
 * happen outside transactions; {@code add} belongs into one that has reserved the places.
 */
@Component
class ConversationLog {
    private final Messages messages;
    private final StreamEvents events;
    private final Attachments attachments;
    private final Seal seal;
    private final JsonMapper json;
    private final Origin origin;

    ConversationLog(
            Messages messages,
            StreamEvents events,
            Attachments attachments,
            Seal seal,
            JsonMapper json,
            Origin origin) {
        this.messages = messages;
        this.events = events;
        this.attachments = attachments;
        this.seal = seal;
        this.json = json;
        this.origin = origin;
    }

    /** Where new messages get their id and time. */
    @Component
    record Origin(Ids ids, InstantSource clock) {}

    SealedMessage visitorSays(Conversation.Id conversation, String text, String clientId) {
        return seal.close(
                conversation,
                new Message(
                        newId(),
                        0,
                        Message.Role.VISITOR,
                        text,
                        null,
                        clientId,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        origin.clock().instant()));
    }

    SealedMessage personSays(
            Conversation.Id conversation, Actor.Person author, String text, String clientId) {
        return seal.close(
                conversation,
                new Message(
                        newId(),
                        0,
                        Message.Role.PERSON,
                        text,
                        new Message.Author(author.account(), author.name()),
                        clientId,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        origin.clock().instant()));
    }

    boolean hasOthersAfter(
            Conversation.Id conversation, long sequence, Account.@Nullable Id author) {
        return messages.hasOthersAfter(conversation, sequence, author);
    }

    SealedMessage botReplies(Turns.Held turn, Reply reply) {
        return seal.close(
                turn.conversationId(),
                new Message(
                        newId(),
                        0,
                        Message.Role.BOT,
                        reply.text(),
                        null,
                        null,
                        turn.messageId(),
                        reply.sources(),
                        reply.reliability(),
                        reply.rawReliability(),
                        reply.reasons(),
                        reply.outcome(),
                        reply.why(),
                        reply.choices(),
                        List.of(),
                        origin.clock().instant()));
    }

    List<StreamEvents.Sealed> seal(Conversation.Id conversation, List<FeedData> data) {
        return data.stream().map(one -> seal(conversation, one)).toList();
    }

    private StreamEvents.Sealed seal(Conversation.Id conversation, FeedData one) {
        var id = origin.ids().next();
        return new StreamEvents.Sealed(
                id, one.event(), seal.closeEvent(conversation, id, json.writeValueAsString(one)));
    }

    boolean add(SealedMessage message) {
        return messages.add(message);
    }

    void add(
            Conversation.Id conversation,
            Message.@Nullable Id turn,
            List<StreamEvents.Sealed> sealed,
            long last) {
        events.add(conversation, turn, sealed, last);
    }

    Optional<Message> find(Conversation.Id conversation, Message.Id id) {
        return messages.find(conversation, id).map(this::open);
    }

    Optional<Message> find(Conversation.Id conversation, String clientId) {
        return messages.find(conversation, clientId).map(this::open);
    }

    Optional<Transcripts.Exchange> exchange(Message.Id question) {
        return messages.question(question)
                .map(sealed ->
                        new Transcripts.Exchange(
                                sealed.conversationId(),
                                open(sealed),
                                messages.replyTo(question).map(this::open).orElse(null)));
    }

    List<Transcripts.Asked> unanswered(Bot.Id bot, Instant since, int limit) {
        return messages.unanswered(bot, since, limit).stream()
                .map(sealed -> new Transcripts.Asked(sealed.conversationId(), open(sealed)))
                .filter(asked -> !asked.question().text().isEmpty())
                .toList();
    }

    /** The latest, in the order in which they were said. */
    List<Message> last(Conversation.Id conversation, int limit) {
        return open(messages.before(conversation, Long.MAX_VALUE, limit));
    }

    List<Message> list(Conversation.Id conversation, long after, int limit) {
        return open(messages.list(conversation, after, limit));
    }

    /** The visitor's first words in each conversation. */
    Map<Conversation.Id, String> openings(List<Conversation.Id> conversations) {
        return byConversation(messages.openings(conversations)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().words()));
    }

    /** The last words in each conversation, whoever said them. */
    Map<Conversation.Id, Message> latest(List<Conversation.Id> conversations) {
        return byConversation(messages.latest(conversations));
    }

    /** One of each. */
    private Map<Conversation.Id, Message> byConversation(List<SealedMessage> sealed) {
        var opened =
                open(sealed).stream().collect(Collectors.toMap(Message::id, message -> message));
        return sealed.stream()
                .collect(
                        Collectors.toMap(
                                SealedMessage::conversationId,
                                one -> Objects.requireNonNull(opened.get(one.id()))));
    }

    Message open(SealedMessage sealed) {
        return open(List.of(sealed)).getFirst();
    }

    List<Message> open(List<SealedMessage> sealed) {
        var files = attachments.of(withFiles(sealed));
        return sealed.stream()
                .map(one -> seal.open(one).with(files.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** Those that may have some. */
    private static List<Message.Id> withFiles(List<SealedMessage> sealed) {
        return sealed.stream()
                .filter(one -> one.role() != Message.Role.BOT)
                .map(SealedMessage::id)
                .toList();
    }

    private Message.Id newId() {
        return new Message.Id(origin.ids().next());
    }
}
