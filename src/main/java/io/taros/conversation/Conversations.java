package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.handover.Team;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import io.taros.search.KnowledgeTags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The threads of the bound organization. */
@Repository
public class Conversations {
    private static final String COLUMNS =
            "id, bot_id, state, state_since, handover_reason, assignee, team_id as team, resolution, snoozed_until, spoken_sequence as spoken, language, speaks as written, wants, knowledge_tags, sealed_page, browser, device, time_zone, message_count, created_at, last_message_at";

    private static final String TABLE = "conversation";
    private static final int LATELY = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Seal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Conversations(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ConversationLog.Origin origin,
            Seal seal,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = origin.ids();
        this.clock = origin.clock();
        this.seal = seal;
    }

    /** As it is stored. */
    record Row(
            Conversation.Id id,
            Bot.Id botId,
            Conversation.State state,
            Instant stateSince,
            @Nullable HandoverReason handoverReason,
            Account.@Nullable Id assignee,
            Team.@Nullable Id team,
            @Nullable Resolution resolution,
            @Nullable Instant snoozedUntil,
            long spoken,
            String language,
            @Nullable String written,
            @Nullable String wants,
            List<String> knowledgeTags,
            byte @Nullable [] sealedPage,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String timeZone,
            int messageCount,
            Instant createdAt,
            Instant lastMessageAt) {}

    public OpenedConversation open(NewConversation wanted) {
        var opened =
                new OpenedConversation(
                        new Conversation.Id(ids.next()), VisitorToken.create(wanted.site()));
        var page = seal.closeField(TABLE, "page", opened.id(), wanted.pageUrl());
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into conversation (organization_id, id, bot_id, token_hash, state, state_since, language,
                                                      sealed_page, browser, device, time_zone, knowledge_tags, created_at, last_message_at)
                            values (:organization, :id, :bot, :token, 'BOT', :now, :language, :page, :browser, :device, :zone, :tags, :now, :now)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", opened.id())
                    .param("bot", wanted.bot())
                    .param("token", opened.token().hash())
                    .param("now", clock.instant())
                    .param("language", wanted.language())
                    .param("page", page)
                    .param("browser", wanted.browser())
                    .param("device", wanted.device())
                    .param("zone", wanted.timeZone())
                    .param("tags", wanted.knowledgeTags())
                    .update();
            events.publishEvent(new ConversationStarted(opened.id(), wanted.bot()));
        });
        return opened;
    }

    public Conversation get(Conversation.Id id) {
        return find(id).orElseThrow(NotFound::new);
    }

    public boolean isThere(Conversation.Id id) {
        return find(id).isPresent();
    }

    /** The visitor's own conversation; whatever does not fit together is not found. */
    public Conversation get(Conversation.Id id, Bot.Id bot, VisitorToken token) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select %s from conversation where id = :id and bot_id = :bot and token_hash = :token"
                                                        .formatted(COLUMNS))
                                        .param("id", id)
                                        .param("bot", bot)
                                        .param("token", token.hash())
                                        .query(Row.class)
                                        .optional()))
                .map(this::opened)
                .orElseThrow(NotFound::new);
    }

    /** Latest activity first, beginning after a place in that order; none that is restricted. */
    public List<Conversation> list(Bot.Id bot, @Nullable Cursor after, int limit) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select %s from conversation
                                        where bot_id = :bot and message_count > 0
                                          and %s
                                          and (:time::timestamptz is null or (last_message_at, id) < (:time::timestamptz, :id::uuid))
                                        order by last_message_at desc, id desc limit :limit
                                        """
                                                .formatted(COLUMNS, Restrictions.NONE))
                                .param("bot", bot)
                                .param("time", after == null ? null : after.time())
                                .param("id", after == null ? null : after.id())
                                .param("limit", limit)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::opened).toList();
    }

    /** The last place given out; everything up to it is there or never will be. */
    long lastPlace(Conversation.Id id) {
        return transactions.execute(status ->
                jdbc.sql("select sequence from conversation where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(NotFound::new));
    }

    /** The latest activity first; those that are gone are left out. */
    List<Conversation> findAll(List<Conversation.Id> wanted) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        "select %s from conversation where id = any(:ids) order by last_message_at desc, id desc"
                                                .formatted(COLUMNS))
                                .param("ids", wanted)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::opened).toList();
    }

    /** Those in which something was said, and that are not restricted. */
    @Transactional(readOnly = true)
    public long count(Bot.Id bot) {
        return jdbc.sql(
                        "select count(*) from conversation where bot_id = :bot and message_count > 0 and"
                                + Restrictions.NONE)
                .param("bot", bot)
                .query(Long.class)
                .single();
    }

    /** Whether a visitor lately wrote on a page that is not below this address. */
    public boolean isAnyOutside(Bot.Id bot, String address) {
        return list(bot, null, LATELY).stream()
                .map(Conversation::pageUrl)
                .anyMatch(page -> page != null && !page.startsWith(address));
    }

    public Optional<Conversation> find(Conversation.Id id) {
        return Objects.requireNonNull(transactions.execute(status -> read(id))).map(this::opened);
    }

    /** In a transaction, after which it is {@link #opened}. */
    Optional<Row> read(Conversation.Id id) {
        return jdbc.sql("select %s from conversation where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    Conversation opened(Row row) {
        return new Conversation(
                row.id(),
                row.botId(),
                row.state(),
                row.stateSince(),
                row.handoverReason(),
                row.assignee(),
                row.team(),
                row.resolution(),
                row.snoozedUntil(),
                row.spoken(),
                row.language(),
                row.written(),
                row.wants(),
                new KnowledgeTags(row.knowledgeTags()),
                seal.openField(TABLE, "page", row.id(), row.sealedPage()),
                row.browser(),
                row.device(),
                row.timeZone(),
                row.messageCount(),
                row.createdAt(),
                row.lastMessageAt());
    }

    /**
     * Reserves the next places and holds the conversation until the transaction ends. Empty if it
     * is gone.
     *
     * @return the last of the reserved places
     */
    Optional<Long> reserve(Conversation.Id id, int places) {
        return jdbc.sql(
                        "update conversation set sequence = sequence + :places where id = :id returning sequence")
                .param("places", places)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    record Standing(
            Conversation.State state,
            Account.@Nullable Id assignee,
            @Nullable Resolution resolution) {}

    /** Counts a visitor's message just added, which nobody who put it off has seen. */
    Standing spoken(Conversation.Id id, long place) {
        return jdbc.sql(
                        """
                        update conversation
                        set message_count = message_count + 1, last_message_at = :now, spoken_sequence = :place, snoozed_until = null
                        where id = :id returning state, assignee, resolution
                        """)
                .param("now", clock.instant())
                .param("place", place)
                .param("id", id)
                .query(Standing.class)
                .single();
    }

    /** Counts a person's message just added. */
    void personSpoke(Conversation.Id id) {
        jdbc.sql(
                        """
                        update conversation set message_count = message_count + 1, last_message_at = :now, snoozed_until = null
                        where id = :id
                        """)
                .param("now", clock.instant())
                .param("id", id)
                .update();
    }

    /** Out of the queues until then, or until something is said. */
    boolean snooze(Conversation.Id id, @Nullable Instant until) {
        return jdbc.sql("update conversation set snoozed_until = :until where id = :id")
                        .param("until", until)
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * When the bot replied, and when it had before.
     *
     * @param repliedBefore none the first time
     */
    record Replied(
            Bot.Id botId,
            Instant repliedAt,
            @Nullable Instant repliedBefore,
            boolean isRestricted) {}

    /** Counts the bot's reply just added, to somebody who writes or wants a language. */
    Replied replied(Conversation.Id id, Visit visit) {
        return jdbc.sql(
                        """
                        update conversation
                        set message_count = message_count + 1, last_message_at = :now, last_reply_at = :now, speaks = :speaks, wants = :wants
                        where id = :id returning bot_id, new.last_reply_at as replied_at, old.last_reply_at as replied_before,
                            not %s as is_restricted
                        """
                                .formatted(Restrictions.NONE))
                .param("now", clock.instant())
                .param("speaks", visit.speaks())
                .param("wants", visit.wants())
                .param("id", id)
                .query(Replied.class)
                .single();
    }

    /** A place in the list by activity. */
    public record Cursor(Instant time, Conversation.Id id) {}
}
