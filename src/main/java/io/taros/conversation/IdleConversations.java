package io.taros.conversation;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Closes what nobody says anything in any more, so that the queues hold what needs somebody. Who
 * waits for a person is left waiting for long: silence there is ours.
 */
@Repository
class IdleConversations {
    static final Duration WITH_BOT = Duration.ofMinutes(30);
    static final Duration WITH_PERSON = Duration.ofDays(3);
    static final Duration WAITING = Duration.ofDays(14);

    private static final int AT_ONCE = 500;

    /** Nothing was said, nobody did anything, and it was not put off. */
    private static final String QUIET_SINCE =
            "greatest(last_message_at, state_since, coalesce(snoozed_until, last_message_at))";

    /** Where the visitor did, silence is ours. */
    private static final String A_PERSON_SPOKE_LAST =
            """
            exists (select from message m where m.organization_id = c.organization_id and m.conversation_id = c.id
                    and m.role = 'PERSON' and m.sequence > c.spoken_sequence)
            """;

    private final JdbcClient jdbc;
    private final CrossOrganization everywhere;
    private final Moves moves;
    private final Signals signals;
    private final InstantSource clock;

    IdleConversations(
            JdbcClient jdbc,
            CrossOrganization everywhere,
            Moves moves,
            Signals signals,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.everywhere = everywhere;
        this.moves = moves;
        this.signals = signals;
        this.clock = clock;
    }

    private record Idle(OrganizationId organizationId, Conversation.Id id) {}

    private record Standing(
            Conversation.State state, Instant quietSince, boolean isAnswered, boolean isOurs) {}

    /** Of all organizations, the longest silent first; what is left comes the next time. */
    void close() {
        var now = clock.instant();
        var idle =
                everywhere.inTransaction(staff ->
                        staff.sql(
                                        """
                                        select organization_id, id from conversation c
                                        where (message_count > 0 or state <> 'BOT') and last_message_at < :bot
                                          and (state = 'BOT' and %1$s < :bot or state in ('WAITING', 'PERSON') and %1$s < :waiting
                                               or state = 'PERSON' and %1$s < :person and %2$s)
                                          and not exists (select from turn t where t.organization_id = c.organization_id
                                                          and t.conversation_id = c.id and t.status = 'PENDING') and %3$s
                                        order by last_message_at limit :limit
                                        """
                                                .formatted(
                                                        QUIET_SINCE,
                                                        A_PERSON_SPOKE_LAST,
                                                        Restrictions.noneOf("c")))
                                .param("bot", now.minus(WITH_BOT))
                                .param("person", now.minus(WITH_PERSON))
                                .param("waiting", now.minus(WAITING))
                                .param("limit", AT_ONCE)
                                .query(Idle.class)
                                .list());
        for (var one : idle) {
            Tenancy.runAs(one.organizationId(), () -> close(one.id(), now));
        }
    }

    private void close(Conversation.Id conversation, Instant now) {
        var hand = moves.hand(new Actor.Clock());
        signals.changing(
                conversation,
                () -> {
                    var standing = standing(conversation);
                    return standing.isPresent()
                            && isIdle(standing.get(), now)
                            && moves.make(conversation, new Move.Close(how(standing.get())), hand);
                });
    }

    /** Something may have been said since it was found. */
    private Optional<Standing> standing(Conversation.Id conversation) {
        return jdbc.sql(
                        """
                        select state, %s as quiet_since,
                               coalesce((select outcome = 'ANSWERED' from message
                                         where conversation_id = c.id and role = 'BOT' order by sequence desc limit 1), false) as is_answered,
                               not %s as is_ours
                        from conversation c where id = :id and state in ('BOT', 'WAITING', 'PERSON') for update
                        """
                                .formatted(QUIET_SINCE, A_PERSON_SPOKE_LAST))
                .param("id", conversation)
                .query(Standing.class)
                .optional();
    }

    private static boolean isIdle(Standing standing, Instant now) {
        var silence =
                switch (standing.state()) {
                    case PERSON -> standing.isOurs() ? WAITING : WITH_PERSON;
                    case WAITING -> WAITING;
                    case BOT, RESOLVED, CLOSED -> WITH_BOT;
                };
        return standing.quietSince().isBefore(now.minus(silence));
    }

    private static Resolution how(Standing standing) {
        return switch (standing.state()) {
            case PERSON -> standing.isOurs() ? Resolution.UNANSWERED : Resolution.NO_REPLY;
            case WAITING -> Resolution.UNANSWERED;
            case BOT, RESOLVED, CLOSED ->
                    standing.isAnswered() ? Resolution.ASSUMED : Resolution.UNANSWERED;
        };
    }
}
