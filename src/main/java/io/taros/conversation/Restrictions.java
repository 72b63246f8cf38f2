package io.taros.conversation;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations that are kept and nothing else, because somebody asked for it (GDPR Art. 18). They
 * are on no list, nothing is learned from them, and no rule of retention removes them. What the
 * visitors themselves do is theirs to do: write on, fetch a copy, delete.
 */
@Repository
@Transactional
public class Restrictions {
    /** Of a table that is called {@code conversation} in the statement around it. */
    static final String NONE = noneOf("conversation");

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Moves moves;

    Restrictions(JdbcClient jdbc, InstantSource clock, Moves moves) {
        this.moves = moves;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of a table that has this name in the statement around it. */
    static String noneOf(String conversation) {
        return " not exists (select from conversation_restriction r where r.organization_id = %s.organization_id and r.conversation_id = %s.id) "
                .formatted(conversation, conversation);
    }

    /**
     * Whichever of them are there.
     *
     * @param request for the sake of which
     */
    public void add(UUID request, Collection<UUID> threads) {
        jdbc.sql(
                        """
                        insert into conversation_restriction (organization_id, conversation_id, request_id, restricted_at)
                        select :organization, id, :request, :now from conversation where id = any(:threads::uuid[])
                        on conflict do nothing
                        """)
                .param("organization", Tenancy.organization())
                .param("request", request)
                .param("now", clock.instant())
                .param("threads", threads)
                .update();
        giveBackToTheBot(threads);
    }

    /** No person sees to them any more, and nobody must wait for one. */
    private void giveBackToTheBot(Collection<UUID> threads) {
        jdbc.sql(
                        "select id from conversation where id = any(:threads::uuid[]) and state in ('WAITING', 'PERSON')")
                .param("threads", threads)
                .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                .list()
                .forEach(id -> moves.make(id, new Move.HandBack(), moves.hand(new Actor.Clock())));
    }

    /** What another request restricts, too, stays so. */
    public void lift(UUID request) {
        jdbc.sql("delete from conversation_restriction where request_id = :request")
                .param("request", request)
                .update();
    }

    @Transactional(readOnly = true)
    public int count(UUID request) {
        return jdbc.sql(
                        "select count(*)::int from conversation_restriction where request_id = :request")
                .param("request", request)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    public boolean isOn(Conversation.Id conversation) {
        return jdbc.sql(
                        "select exists (select from conversation_restriction where conversation_id = :id)")
                .param("id", conversation)
                .query(Boolean.class)
                .single();
    }
}
