package io.taros.conversation;

import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visitors' messages that wait for a reply. Of one conversation only the oldest can be taken, so
 * that replies come in the order of their questions. Whoever takes a turn holds a lease that ends
 * by itself; the database's clock rules it, because nodes may disagree about the time.
 */
@Repository
class Turns {
    /** Renewed while its holder lives. */
    static final int LEASE_SECONDS = 10;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Jobs jobs;

    Turns(JdbcClient jdbc, InstantSource clock, Jobs jobs) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.jobs = jobs;
    }

    /**
     * A turn in somebody's hands.
     *
     * @param visitor whose answer it will be, where the bot's owner counts them
     */
    record Held(
            Message.Id messageId,
            Conversation.Id conversationId,
            UUID holder,
            byte @Nullable [] visitor) {}

    /** In the transaction that stores the message, with the job that will see to it. */
    void open(
            Conversation.Id conversation,
            Message.Id message,
            long sequence,
            byte @Nullable [] visitor) {
        jdbc.sql(
                        """
                        insert into turn (organization_id, message_id, conversation_id, sequence, visitor, status, opened_at)
                        select organization_id, id, conversation_id, :sequence, :visitor, 'PENDING', :now from message
                        where id = :message and conversation_id = :conversation
                        """)
                .param("sequence", sequence)
                .param("visitor", visitor)
                .param("now", clock.instant())
                .param("message", message)
                .param("conversation", conversation)
                .update();
        jobs.enqueueAt(watch(conversation, message), clock.instant().plusSeconds(LEASE_SECONDS));
    }

    /** Empty if nothing is pending or the oldest pending turn is in other hands. */
    @Transactional
    public Optional<Held> takeOldest(Conversation.Id conversation) {
        return jdbc.sql(
                        """
                        update turn set holder = :holder, leased_until = clock_timestamp() + make_interval(secs => :lease)
                        where status = 'PENDING' and (leased_until is null or leased_until <= clock_timestamp())
                          and message_id = (select message_id from turn
                                            where conversation_id = :conversation and status = 'PENDING' order by sequence limit 1)
                        returning message_id, conversation_id, holder, visitor
                        """)
                .param("holder", UUID.randomUUID())
                .param("lease", LEASE_SECONDS)
                .param("conversation", conversation)
                .query(Held.class)
                .optional();
    }

    /** When the oldest pending turn can be taken by somebody else; empty if nothing is pending. */
    @Transactional(readOnly = true)
    public Optional<Instant> freeAt(Conversation.Id conversation) {
        return jdbc.sql(
                        """
                        select coalesce(leased_until, clock_timestamp()) from turn
                        where conversation_id = :conversation and status = 'PENDING' order by sequence limit 1
                        """)
                .param("conversation", conversation)
                .query(Instant.class)
                .optional();
    }

    @Transactional
    public void renew(Held turn) {
        jdbc.sql(
                        """
                        update turn set leased_until = clock_timestamp() + make_interval(secs => :lease)
                        where message_id = :message and holder = :holder and status = 'PENDING'
                        """)
                .param("lease", LEASE_SECONDS)
                .param("message", turn.messageId())
                .param("holder", turn.holder())
                .update();
    }

    /** Given up unanswered: anybody may take it at once. */
    @Transactional
    public void release(Held turn) {
        jdbc.sql(
                        """
                        update turn set leased_until = null, holder = null
                        where message_id = :message and holder = :holder and status = 'PENDING'
                        """)
                .param("message", turn.messageId())
                .param("holder", turn.holder())
                .update();
    }

    /** Locks the turn; false if it is answered, gone or in other hands. */
    boolean isHeld(Held turn) {
        return jdbc.sql(
                        """
                        select 1 from turn
                        where message_id = :message and holder = :holder and status = 'PENDING' for update
                        """)
                .param("message", turn.messageId())
                .param("holder", turn.holder())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * @param isMorePending of the same conversation, as long as the transaction holds it
     */
    record Closed(Instant openedAt, boolean isMorePending) {}

    Closed close(Held turn) {
        var closed =
                jdbc.sql(
                                """
                                update turn set status = 'ANSWERED', closed_at = :now, leased_until = null, visitor = null
                                where message_id = :message
                                returning opened_at, exists (select from turn later
                                    where later.conversation_id = :conversation and later.status = 'PENDING'
                                      and later.message_id <> :message) as is_more_pending
                                """)
                        .param("now", clock.instant())
                        .param("message", turn.messageId())
                        .param("conversation", turn.conversationId())
                        .query(Closed.class)
                        .single();
        jobs.cancel(watch(turn.conversationId(), turn.messageId()));
        return closed;
    }

    /** In a transaction: a person has taken over what was not replied to yet. */
    void pass(Conversation.Id conversation) {
        jdbc.sql(
                        """
                        update turn set status = 'PASSED', closed_at = :now, leased_until = null, holder = null, visitor = null
                        where conversation_id = :conversation and status = 'PENDING' returning message_id
                        """)
                .param("now", clock.instant())
                .param("conversation", conversation)
                .query((row, number) -> new Message.Id(row.getObject(1, UUID.class)))
                .list()
                .forEach(message -> jobs.cancel(watch(conversation, message)));
    }

    private static TakeTurn watch(Conversation.Id conversation, Message.Id message) {
        return new TakeTurn(Tenancy.organization(), conversation, message, 0);
    }
}
