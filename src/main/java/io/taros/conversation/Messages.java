package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was said, sealed. */
@Repository
class Messages {
    private static final String COLUMNS =
            "id, conversation_id, sequence, role, client_id, answers, sealed_text, author, sealed_author, sealed_sources, outcome, reliability, raw_reliability, reasons, why, sealed_choices, created_at";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Messages(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
    }

    /** False if the visitor sent it before, or if its question has a reply already. */
    boolean add(SealedMessage message) {
        var isNew = store(message);
        if (isNew) {
            events.publishEvent(
                    new MessageAdded(
                            message.conversationId(),
                            message.id(),
                            message.role(),
                            message.sequence()));
        }
        return isNew;
    }

    private boolean store(SealedMessage message) {
        return jdbc.sql(
                                """
                                insert into message (organization_id, id, conversation_id, sequence, role, client_id, answers,
                                                     sealed_text, author, sealed_author, sealed_sources, outcome, reliability, raw_reliability, reasons, why, sealed_choices, created_at)
                                select organization_id, :id, id, :sequence, :role, :clientId, :answers,
                                       :text, :author, :authorName, :sources, :outcome, :reliability, :rawReliability, :reasons, :why, :choices, :createdAt
                                from conversation where id = :conversation
                                on conflict do nothing
                                """)
                        .param("id", message.id())
                        .param("conversation", message.conversationId())
                        .param("sequence", message.sequence())
                        .param("role", message.role())
                        .param("clientId", message.clientId())
                        .param("answers", message.answers())
                        .param("text", message.sealedText())
                        .param("author", message.author())
                        .param("authorName", message.sealedAuthor())
                        .param("sources", message.sealedSources())
                        .param("outcome", message.outcome())
                        .param("reliability", message.reliability())
                        .param("rawReliability", message.rawReliability())
                        .param("reasons", message.reasons())
                        .param("why", message.why())
                        .param("choices", message.sealedChoices())
                        .param("createdAt", message.createdAt())
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<SealedMessage> find(Conversation.Id conversation, Message.Id id) {
        return jdbc.sql(
                        "select %s from message where id = :id and conversation_id = :conversation"
                                .formatted(COLUMNS))
                .param("id", id)
                .param("conversation", conversation)
                .query(SealedMessage.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<SealedMessage> find(Conversation.Id conversation, String clientId) {
        return jdbc.sql(
                        "select %s from message where conversation_id = :conversation and client_id = :clientId"
                                .formatted(COLUMNS))
                .param("conversation", conversation)
                .param("clientId", clientId)
                .query(SealedMessage.class)
                .optional();
    }

    /** A visitor's message, in whichever conversation. */
    @Transactional(readOnly = true)
    public Optional<SealedMessage> question(Message.Id id) {
        return jdbc.sql(
                        "select %s from message where id = :id and role = 'VISITOR'"
                                .formatted(COLUMNS))
                .param("id", id)
                .query(SealedMessage.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<SealedMessage> replyTo(Message.Id question) {
        return jdbc.sql("select %s from message where answers = :question".formatted(COLUMNS))
                .param("question", question)
                .query(SealedMessage.class)
                .optional();
    }

    /** Whether a person other than this one wrote after a place. */
    @Transactional(readOnly = true)
    boolean hasOthersAfter(
            Conversation.Id conversation, long sequence, Account.@Nullable Id author) {
        return jdbc.sql(
                        """
                        select exists(select from message where conversation_id = :conversation and sequence > :sequence
                                      and role = 'PERSON' and author is distinct from :author::uuid)
                        """)
                .param("conversation", conversation)
                .param("sequence", sequence)
                .param("author", author)
                .query(Boolean.class)
                .single();
    }

    /** Visitors' messages that the bot had no answer to, latest first; none that is restricted. */
    @Transactional(readOnly = true)
    public List<SealedMessage> unanswered(Bot.Id bot, Instant since, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from message where id in (
                            select answers from message reply where outcome = 'UNANSWERED' and created_at >= :since
                                and exists(select from conversation where id = reply.conversation_id and bot_id = :bot and %s)
                            order by created_at desc limit :limit)
                        order by created_at desc, id desc
                        """
                                .formatted(COLUMNS, Restrictions.NONE))
                .param("bot", bot)
                .param("since", since)
                .param("limit", limit)
                .query(SealedMessage.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** In the order they were said, beginning after a place. */
    @Transactional(readOnly = true)
    public List<SealedMessage> list(Conversation.Id conversation, long after, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from message
                        where conversation_id = :conversation and sequence > :after order by sequence limit :limit
                        """
                                .formatted(COLUMNS))
                .param("conversation", conversation)
                .param("after", after)
                .param("limit", limit)
                .query(SealedMessage.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * What went before a visitor's message: not what the same visitor wrote after it, but the
     * replies that came meanwhile.
     */
    @Transactional(readOnly = true)
    public List<SealedMessage> before(Conversation.Id conversation, long sequence, int limit) {
        var latestFirst =
                jdbc
                        .sql(
                                """
                                select %s from message
                                where conversation_id = :conversation and (sequence < :sequence or role <> 'VISITOR')
                                order by sequence desc limit :limit
                                """
                                        .formatted(COLUMNS))
                        .param("conversation", conversation)
                        .param("sequence", sequence)
                        .param("limit", limit)
                        .query(SealedMessage.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        return new ArrayList<>(latestFirst).reversed();
    }

    /** How many the visitor has written, up to a place in the conversation. */
    @Transactional(readOnly = true)
    public int spokenUntil(Conversation.Id conversation, long sequence) {
        return jdbc.sql(
                        "select count(*) from message where conversation_id = :conversation and role = 'VISITOR' and sequence <= :sequence")
                .param("conversation", conversation)
                .param("sequence", sequence)
                .query(Integer.class)
                .single();
    }

    /** The first message of each conversation, to recognise it by. */
    @Transactional(readOnly = true)
    public List<SealedMessage> openings(List<Conversation.Id> conversations) {
        return jdbc
                .sql(
                        """
                        select distinct on (conversation_id) %s from message
                        where conversation_id = any(:conversations) and role = 'VISITOR' order by conversation_id, sequence
                        """
                                .formatted(COLUMNS))
                .param("conversations", conversations)
                .query(SealedMessage.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The last message of each conversation. */
    @Transactional(readOnly = true)
    public List<SealedMessage> latest(List<Conversation.Id> conversations) {
        return jdbc
                .sql(
                        """
                        select distinct on (conversation_id) %s from message
                        where conversation_id = any(:conversations) order by conversation_id, sequence desc
                        """
                                .formatted(COLUMNS))
                .param("conversations", conversations)
                .query(SealedMessage.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
