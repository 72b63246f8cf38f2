package io.taros.conversation;

import io.taros.bot.Bot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what happened for the first time, in the transaction in which it did. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Milestones {
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Milestones(JdbcClient jdbc, InstantSource clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param since when the visitor was first promised a person, if ever
     */
    private record Place(Bot.Id botId, @Nullable Instant since) {}

    /** After the move was written. */
    void moved(Conversation.Id conversation, Move move) {
        switch (move) {
            case Move.HandOver(var reason, var team) ->
                    tell(
                            firstMove(conversation, "kind = 'HAND_OVER'"),
                            place -> new Milestone.HandedOver(reason));
            case Move.Resolve(var resolution) -> ended(conversation, resolution);
            case Move.Close(var resolution) -> ended(conversation, resolution);
            case Move.TakeOver takeOver -> {}
            case Move.PutBack putBack -> {}
            case Move.Transfer transfer -> {}
            case Move.HandBack handBack -> {}
            case Move.Reopen reopen -> {}
        }
    }

    private void ended(Conversation.Id conversation, Resolution resolution) {
        tell(
                firstMove(conversation, "kind in ('RESOLVE', 'CLOSE')"),
                place -> new Milestone.Ended(resolution));
        if (resolution == Resolution.BY_PERSON) {
            tell(
                    promised(firstMove(conversation, "reason = 'BY_PERSON'")),
                    place -> new Milestone.Settled(waited(place)));
        }
    }

    /** After a person's message was written. */
    void personSpoke(Conversation.Id conversation) {
        var first =
                find(
                        conversation,
                        """
                        (select count(*) from message m where m.conversation_id = c.id and m.role = 'PERSON'
                         and m.sequence > (select min(v.sequence) from conversation_move v
                                           where v.conversation_id = c.id and v.kind = 'HAND_OVER')) = 1
                        """);
        tell(promised(first), place -> new Milestone.PersonReplied(waited(place)));
    }

    /** After a rating was written that was none before. */
    void rated(Conversation.Id conversation, Message.@Nullable Id message, int score) {
        if (message == null) {
            tell(find(conversation, "true"), place -> new Milestone.ChatRated(score));
            return;
        }
        var first =
                find(
                        conversation,
                        """
                        (select array_agg(m.id) from rating r join message m
                             on m.organization_id = r.organization_id and m.id = r.message_id and m.role = 'BOT'
                         where r.conversation_id = c.id) = array['%s'::uuid]
                        """
                                .formatted(message.value()));
        tell(first, place -> new Milestone.AnswerRated(score));
    }

    /** After it was put on. */
    void tagged(Conversation.Id conversation, Tag.Id tag) {
        tell(find(conversation, "true"), place -> new Milestone.Tagged(tag));
    }

    /**
     * After it was taken off.
     *
     * @param since when it had been put on
     */
    void untagged(Conversation.Id conversation, Tag.Id tag, Instant since) {
        find(conversation, "true")
                .ifPresent(place ->
                        events.publishEvent(
                                new Milestone(place.botId(), since, new Milestone.Untagged(tag))));
    }

    private Optional<Place> firstMove(Conversation.Id conversation, String which) {
        return find(
                conversation,
                "(select count(*) from conversation_move m where m.conversation_id = c.id and %s) = 1"
                        .formatted(which));
    }

    private Optional<Place> find(Conversation.Id conversation, String isFirst) {
        return jdbc.sql(
                        """
                        select bot_id, (select min(created_at) from conversation_move m
                                        where m.conversation_id = c.id and m.kind = 'HAND_OVER') as since
                        from conversation c where id = :id and %s and %s
                        """
                                .formatted(isFirst, Restrictions.noneOf("c")))
                .param("id", conversation)
                .query(Place.class)
                .optional();
    }

    private static Optional<Place> promised(Optional<Place> place) {
        return place.filter(found -> found.since() != null);
    }

    private Duration waited(Place place) {
        var now = clock.instant();
        var since = place.since();
        return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private void tell(Optional<Place> place, Function<Place, Milestone.What> what) {
        place.ifPresent(found ->
                events.publishEvent(
                        new Milestone(found.botId(), clock.instant(), what.apply(found))));
    }
}
