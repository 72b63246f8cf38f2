package io.taros.conversation;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom, and how far everybody has read; nothing that is restricted. */
@Repository
public class Queues {
    /** Those whose length says what is left to do. */
    private static final Set<Queue> COUNTED =
            Set.of(
                    Queue.MINE,
                    Queue.TEAMS,
                    Queue.UNASSIGNED,
                    Queue.WAITING,
                    Queue.BOT,
                    Queue.SNOOZED);

    private static final String TAGGED =
            """
            (:tag::uuid is null or exists (select from conversation_tag t
                    where t.organization_id = %1$s.organization_id and t.conversation_id = %1$s.id and t.tag_id = :tag::uuid))
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Teams teams;

    Queues(JdbcClient jdbc, InstantSource clock, Teams teams) {
        this.teams = teams;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whose queue it is, and what it is limited to.
     *
     * @param me none for programs
     * @param bot none for all of them
     * @param tag that is on them; none for all of them
     * @param team to which they are left; none for all of them
     */
    public record Reader(
            Account.@Nullable Id me,
            Bot.@Nullable Id bot,
            Tag.@Nullable Id tag,
            Team.@Nullable Id team) {}

    private record Count(String queue, long length) {}

    private record Mark(Conversation.Id conversationId, long sequence) {}

    /** The latest activity first, beginning after a place in that order. */
    @Transactional(readOnly = true)
    public List<Conversation.Id> list(
            Queue queue, Reader reader, Conversations.@Nullable Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select id from conversation c
                        where (message_count > 0 or state <> 'BOT') and %s and %s and (:bot::uuid is null or bot_id = :bot::uuid) and %s
                          and (:team::uuid is null or team_id = :team::uuid)
                          and (:time::timestamptz is null or (last_message_at, id) < (:time::timestamptz, :id::uuid))
                        order by last_message_at desc, id desc limit :limit
                        """
                                .formatted(
                                        queue.condition(),
                                        Restrictions.noneOf("c"),
                                        TAGGED.formatted("c")))
                .param("bot", reader.bot())
                .param("tag", reader.tag())
                .param("team", reader.team())
                .param("me", reader.me())
                .param("teams", teamsOf(reader))
                .param("now", clock.instant())
                .param("time", after == null ? null : after.time())
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                .list();
    }

    private List<Team.Id> teamsOf(Reader reader) {
        return reader.me() == null ? List.of() : teams.of(reader.me());
    }

    /** How long those are whose length says what is left to do. */
    @Transactional(readOnly = true)
    public Map<Queue, Long> lengths(Reader reader) {
        var each =
                Arrays.stream(Queue.values())
                        .filter(COUNTED::contains)
                        .map(queue ->
                                "select '%s' as queue, count(*) as length from going c where %s"
                                        .formatted(queue, queue.condition()))
                        .collect(Collectors.joining(" union all "));
        var lengths = new EnumMap<Queue, Long>(Queue.class);
        jdbc.sql(
                        """
                        with going as (
                            select organization_id, id, state, assignee, team_id, snoozed_until from conversation
                            where state in ('BOT', 'WAITING', 'PERSON') and (message_count > 0 or state <> 'BOT')
                              and (:bot::uuid is null or bot_id = :bot::uuid) and %s and %s
                              and (:team::uuid is null or team_id = :team::uuid))
                        """
                                        .formatted(
                                                Restrictions.NONE, TAGGED.formatted("conversation"))
                                + each)
                .param("bot", reader.bot())
                .param("tag", reader.tag())
                .param("team", reader.team())
                .param("me", reader.me())
                .param("teams", teamsOf(reader))
                .param("now", clock.instant())
                .query(Count.class)
                .list()
                .forEach(count -> lengths.put(Queue.valueOf(count.queue()), count.length()));
        return lengths;
    }

    private record Load(Account.Id assignee, long going, @Nullable Instant lastAssignedAt) {}

    /**
     * How much each member sees to, of all bots, and when they were last given something; those who
     * never had anything are left out.
     *
     * @param going how many that are not over
     */
    public record Burden(long going, @Nullable Instant lastAssignedAt) {
        public static final Burden NONE = new Burden(0, null);
    }

    @Transactional(readOnly = true)
    public Map<Account.Id, Burden> burdens() {
        return jdbc
                .sql(
                        """
                        select assignee, sum(going)::bigint as going, max(at) as last_assigned_at from (
                            select assignee, 1 as going, null::timestamptz as at from conversation c
                            where assignee is not null and state in ('WAITING', 'PERSON') and %s
                            union all
                            select assignee, 0, created_at from conversation_move
                            where assignee is not null and kind in ('ASSIGN', 'TAKE_OVER')) each
                        group by assignee
                        """
                                .formatted(Restrictions.noneOf("c")))
                .query(Load.class)
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Load::assignee,
                                load -> new Burden(load.going(), load.lastAssignedAt())));
    }

    /** How far the member has read, where they have. */
    @Transactional(readOnly = true)
    public Map<Conversation.Id, Long> marks(
            Account.Id member, List<Conversation.Id> conversations) {
        return jdbc
                .sql(
                        """
                        select conversation_id, sequence from conversation_read
                        where account_id = :member and conversation_id = any(:conversations)
                        """)
                .param("member", member)
                .param("conversations", conversations)
                .query(Mark.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Mark::conversationId, Mark::sequence));
    }

    /** The member has read up to a place; never less than before. */
    @Transactional
    public void mark(Conversation.Id conversation, Account.Id member, long sequence) {
        jdbc.sql(
                        """
                        insert into conversation_read (organization_id, conversation_id, account_id, sequence)
                        select organization_id, id, :member, :sequence from conversation where id = :conversation
                        on conflict (organization_id, conversation_id, account_id)
                            do update set sequence = greatest(conversation_read.sequence, excluded.sequence)
                        """)
                .param("conversation", conversation)
                .param("member", member)
                .param("sequence", sequence)
                .update();
    }
}
