package io.taros.conversation;

import io.taros.account.Account;
import io.taros.handover.Team;
import io.taros.platform.audit.Audit;
import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the moves of conversations and writes them down: who, when, why. Nothing else changes a
 * conversation's state.
 */
@Repository
class Moves {
    private static final String TABLE = "conversation_move";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Seal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final Turns turns;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Milestones milestones;

    Moves(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Seal seal,
            ConversationLog.Origin origin,
            Turns turns,
            Audit audit,
            ApplicationEventPublisher events,
            Milestones milestones) {
        this.milestones = milestones;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.ids = origin.ids();
        this.clock = origin.clock();
        this.turns = turns;
        this.audit = audit;
    }

    record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** Whoever is about to make one move, with their name sealed for it. */
    record Hand(Moves.Id id, Actor actor, byte @Nullable [] sealedName) {
        Account.@Nullable Id account() {
            return actor instanceof Actor.Person person ? person.account() : null;
        }
    }

    private record Row(
            Moves.Id id,
            long sequence,
            Move.Kind kind,
            Conversation.State state,
            @Nullable String reason,
            String actor,
            byte @Nullable [] sealedName,
            Account.@Nullable Id assignee,
            Team.@Nullable Id team,
            Instant createdAt) {}

    private record Place(
            long sequence,
            Conversation.State state,
            Account.@Nullable Id assignee,
            Team.@Nullable Id team) {}

    /** Outside a transaction. */
    Hand hand(Actor actor) {
        var id = new Id(ids.next());
        var name = actor instanceof Actor.Person(var account, var called) ? called : null;
        return new Hand(id, actor, seal.closeField(TABLE, "name", id, name));
    }

    /**
     * In a transaction, which holds the conversation until it ends. False if the state allows no
     * such move, or the conversation is gone.
     */
    boolean make(Conversation.Id conversation, Move move, Hand hand) {
        var place =
                jdbc.sql(
                                """
                                update conversation
                                set sequence = sequence + 1, state = :to, state_since = :now, snoozed_until = null,
                                    handover_reason = coalesce(:handover, handover_reason), resolution = :resolution,
                                    assignee = case when :kind = 'TAKE_OVER' then coalesce(:account::uuid, assignee)
                                                    when :kind in ('PUT_BACK', 'HAND_BACK', 'TRANSFER') then null else assignee end,
                                    team_id = case :kind when 'HAND_OVER' then coalesce(team_id, :team) when 'TRANSFER' then :team
                                                         when 'HAND_BACK' then null else team_id end
                                where id = :id and state = any(:from)
                                  and (:kind <> 'HAND_OVER' or not exists (select from conversation_restriction r where r.conversation_id = :id))
                                returning sequence, state, assignee, team_id as team
                                """)
                        .param("to", move.to())
                        .param("now", clock.instant())
                        .param("handover", move.reason() instanceof HandoverReason why ? why : null)
                        .param("resolution", move.reason() instanceof Resolution how ? how : null)
                        .param("kind", move.kind().name())
                        .param("account", hand.account())
                        .param("team", move.team())
                        .param("id", conversation)
                        .param("from", move.kind().from().stream().map(Enum::name).toList())
                        .query(Place.class)
                        .optional();
        place.ifPresent(made -> write(conversation, move.kind(), move.reason(), hand, made));
        if (place.isPresent() && move instanceof Move.TakeOver) {
            turns.pass(conversation);
        }
        if (place.isPresent()) {
            milestones.moved(conversation, move);
        }
        if (place.isPresent() && move.to() == Conversation.State.WAITING) {
            var why = move.reason() == null ? move.kind() : move.reason();
            events.publishEvent(new HandedOver(conversation, why.name()));
        }
        return place.isPresent();
    }

    /**
     * In a transaction: who sees to it from now on; null for nobody.
     *
     * @return false if they do already, or the conversation is gone
     */
    boolean assign(Conversation.Id conversation, Account.@Nullable Id assignee, Hand hand) {
        var place =
                jdbc.sql(
                                """
                                update conversation set sequence = sequence + 1, assignee = :assignee
                                where id = :id and assignee is distinct from :assignee::uuid
                                returning sequence, state, assignee, team_id as team
                                """)
                        .param("assignee", assignee)
                        .param("id", conversation)
                        .query(Place.class)
                        .optional();
        place.ifPresent(made -> write(conversation, Move.Kind.ASSIGN, null, hand, made));
        return place.isPresent();
    }

    /** The same where it waits and nobody else came to see to it meanwhile. */
    boolean assignWaiting(
            Conversation.Id conversation,
            Account.@Nullable Id before,
            Account.Id assignee,
            Hand hand) {
        return jdbc.sql(
                                """
                                select 1 from conversation
                                where id = :id and state = 'WAITING' and assignee is not distinct from :before::uuid for update
                                """)
                        .param("id", conversation)
                        .param("before", before)
                        .query(Integer.class)
                        .optional()
                        .isPresent()
                && assign(conversation, assignee, hand);
    }

    private void write(
            Conversation.Id conversation,
            Move.Kind kind,
            @Nullable Enum<?> reason,
            Hand hand,
            Place place) {
        jdbc.sql(
                        """
                        insert into conversation_move (organization_id, id, conversation_id, sequence, kind, state, reason,
                                                       actor, account, sealed_name, assignee, team_id, created_at)
                        select organization_id, :id, id, :sequence, :kind, :state, :reason, :actor, :account, :name, :assignee, :team, :now
                        from conversation where id = :conversation
                        """)
                .param("id", hand.id())
                .param("sequence", place.sequence())
                .param("kind", kind)
                .param("state", place.state())
                .param("reason", reason)
                .param("actor", hand.actor().kind())
                .param("account", hand.account())
                .param("name", hand.sealedName())
                .param("assignee", place.assignee())
                .param("team", place.team())
                .param("now", clock.instant())
                .param("conversation", conversation)
                .update();
        tell(conversation, kind, reason, hand, place);
        if (hand.actor() instanceof Actor.Person) {
            audit.record(
                    ConversationAction.MOVED,
                    conversation,
                    Map.of("move", kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void tell(
            Conversation.Id conversation,
            Move.Kind kind,
            @Nullable Enum<?> reason,
            Hand hand,
            Place place) {
        var name = hand.actor() instanceof Actor.Person(var account, var called) ? called : null;
        var moved =
                new Moved(
                        place.sequence(),
                        kind,
                        place.state(),
                        reason == null ? null : reason.name(),
                        hand.actor().kind(),
                        name,
                        place.assignee(),
                        place.team(),
                        clock.instant());
        events.publishEvent(new ConversationMoved(conversation, moved, hand.account()));
    }

    /** In the order they were made, beginning after a place. */
    List<Moved> list(Conversation.Id conversation, long after) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, sequence, kind, state, reason, actor, sealed_name, assignee, team_id as team, created_at
                                        from conversation_move
                                        where conversation_id = :conversation and sequence > :after order by sequence
                                        """)
                                .param("conversation", conversation)
                                .param("after", after)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::opened).toList();
    }

    private Moved opened(Row row) {
        return new Moved(
                row.sequence(),
                row.kind(),
                row.state(),
                row.reason(),
                row.actor(),
                openName(row.id().value(), row.sealedName()).orElse(null),
                row.assignee(),
                row.team(),
                row.createdAt());
    }

    Optional<String> openName(UUID move, byte @Nullable [] sealed) {
        return Optional.ofNullable(seal.openField(TABLE, "name", new Id(move), sealed));
    }
}
