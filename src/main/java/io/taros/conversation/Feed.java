package io.taros.conversation;

import io.taros.account.Account;
import io.taros.answering.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that happens in a conversation, in order and numbered: what was said, and while it
 * lasts what is shown of an answer in the making. One statement reads both, so that no number is
 * passed over.
 */
@Component
public class Feed {
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Seal seal;
    private final Moves moves;
    private final Attachments attachments;
    private final JsonMapper json;

    Feed(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Seal seal,
            Moves moves,
            Attachments attachments,
            JsonMapper json) {
        this.moves = moves;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.json = json;
    }

    /** One event: its number, its name, its JSON. */
    public record Event(long number, String name, String data) {}

    /** From where a reader goes on. */
    public sealed interface Position {
        /**
         * A newcomer: what was said, and the answer in the making, without how earlier answers came
         * about.
         */
        record Transcript() implements Position {}

        /** Somebody who has seen everything up to a number. */
        record After(long number) implements Position {}
    }

    private record Row(
            long sequence,
            String type,
            Message.@Nullable Id messageId,
            byte @Nullable [] sealedData,
            byte @Nullable [] sealedSources,
            Message.@Nullable Role role,
            @Nullable String clientId,
            Message.@Nullable Id answers,
            Message.@Nullable Outcome outcome,
            @Nullable Double reliability,
            Answer.@Nullable Why why,
            byte @Nullable [] sealedChoices,
            Instant createdAt,
            @Nullable Integer rated,
            @Nullable UUID eventId,
            Account.@Nullable Id author,
            byte @Nullable [] sealedAuthor,
            Conversation.@Nullable State state,
            @Nullable UUID moveId) {}

    /**
     * What comes next.
     *
     * @param isAll whether a reader has seen everything with it; otherwise there may be more
     */
    public record News(List<Event> events, boolean isAll) {
        static final News NONE = new News(List.of(), true);

        public News {
            events = List.copyOf(events);
        }

        public static News none() {
            return NONE;
        }
    }

    /** A limited number of events at once. */
    public News read(Conversation.Id conversation, Position position) {
        var rows =
                switch (position) {
                    case Position.Transcript() -> rows(conversation, 0, true);
                    case Position.After(var number) -> rows(conversation, number, false);
                };
        var after = position instanceof Position.After(var number) ? number : 0;
        var files = attachments.of(rows.stream().flatMap(Feed::sayingPeople).toList());
        return new News(
                rows.stream()
                        .flatMap(row -> events(conversation, row, files))
                        .filter(event -> event.number() > after)
                        .toList(),
                rows.size() < AT_ONCE);
    }

    private List<Row> rows(Conversation.Id conversation, long after, boolean onlyPending) {
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                (select message.sequence, 'message' as type, message.id as message_id, sealed_text as sealed_data, sealed_sources, role,
                                        client_id, answers, outcome, reliability, why, sealed_choices, message.created_at, rating.score as rated,
                                        null::uuid as event_id, author, sealed_author, null::text as state, null::uuid as move_id
                                 from message left join rating on rating.message_id = message.id
                                 where message.conversation_id = :conversation
                                   and (sequence > :after or sequence = :after and answers is not null)
                                 order by sequence limit :limit)
                                union all
                                (select event.sequence, event.type, event.message_id, event.sealed_data, null, null, null, null, null, null, null, null,
                                        event.created_at, null, event.id, null, null, null, null
                                 from stream_event event
                                 where event.conversation_id = :conversation and event.sequence > :after
                                   and (not :onlyPending or event.type = 'handover' or exists (select 1 from turn where turn.message_id = event.message_id
                                                                    and turn.status = 'PENDING'))
                                 order by event.sequence limit :limit)
                                union all
                                (select sequence, 'state', null, null, null, null, null, null, null, null, null, null,
                                        created_at, null, null, null, sealed_name, state, id
                                 from conversation_move
                                 where conversation_id = :conversation and sequence > :after and kind <> 'ASSIGN'
                                 order by sequence limit :limit)
                                order by sequence limit :limit
                                """)
                        .param("conversation", conversation)
                        .param("after", after)
                        .param("onlyPending", onlyPending)
                        .param("limit", AT_ONCE)
                        .query(Row.class)
                        .list());
    }

    /**
     * A reply is two events: what was said, and that the turn is over, which has the next number.
     */
    private Stream<Event> events(
            Conversation.Id conversation, Row row, Map<Message.Id, List<Attachment>> files) {
        if (row.state() != null && row.moveId() != null) {
            var name = moves.openName(row.moveId(), row.sealedAuthor()).orElse(null);
            return Stream.of(event(row.sequence(), FeedData.State.of(row.state(), name)));
        }
        if (row.sealedData() == null) {
            return Stream.of();
        }
        if (row.eventId() != null) {
            return Stream.of(
                    new Event(
                            row.sequence(),
                            row.type(),
                            seal.openEvent(conversation, row.eventId(), row.sealedData())));
        }
        if (row.role() == null || row.messageId() == null) {
            return Stream.of();
        }
        var message =
                seal.open(sealed(conversation, row.messageId(), row.role(), row.sealedData(), row))
                        .with(files.getOrDefault(row.messageId(), List.of()));
        var said = event(row.sequence(), ShownMessage.of(message, row.rated()));
        if (message.answers() == null) {
            return Stream.of(said);
        }
        return Stream.of(
                said, event(row.sequence() + 1, FeedData.Done.of(message.answers(), message.id())));
    }

    /** The bot attaches nothing. */
    private static Stream<Message.Id> sayingPeople(Row row) {
        return row.role() == null || row.role() == Message.Role.BOT
                ? Stream.of()
                : Stream.ofNullable(row.messageId());
    }

    private Event event(long number, FeedData data) {
        return new Event(number, data.event(), json.writeValueAsString(data));
    }

    private static SealedMessage sealed(
            Conversation.Id conversation, Message.Id id, Message.Role role, byte[] text, Row row) {
        return new SealedMessage(
                id,
                conversation,
                row.sequence(),
                role,
                row.clientId(),
                row.answers(),
                text,
                row.author(),
                row.sealedAuthor(),
                row.sealedSources(),
                row.outcome(),
                row.reliability(),
                null,
                // A visitor is told the score; its reasons are for those who run the bot.
                List.of(),
                row.why(),
                row.sealedChoices(),
                row.createdAt());
    }
}
