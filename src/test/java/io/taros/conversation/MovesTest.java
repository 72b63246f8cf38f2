package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation.State;
import io.taros.handover.Team;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.Conflict;
import io.taros.testing.MovedClock;
import io.taros.testing.TarosTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has the word, and how it comes to somebody else. */
@TarosTest
class MovesTest {
    private static final Actor.Person ADA =
            new Actor.Person(new Account.Id(UUID.randomUUID()), "Ada");
    private static final Actor.Person BO =
            new Actor.Person(new Account.Id(UUID.randomUUID()), "Bo");

    private static final Team.Id TEAM = new Team.Id(UUID.randomUUID());

    /** Every move, with the state it leads to and those it can be made from. */
    private static final Map<Move, List<State>> TABLE =
            Map.of(
                    new Move.HandOver(HandoverReason.NO_ANSWER, null),
                            List.of(State.BOT, State.RESOLVED, State.CLOSED),
                    new Move.TakeOver(),
                            List.of(State.BOT, State.WAITING, State.RESOLVED, State.CLOSED),
                    new Move.PutBack(), List.of(State.PERSON),
                    new Move.Transfer(TEAM), List.of(State.BOT, State.WAITING, State.PERSON),
                    new Move.HandBack(), List.of(State.WAITING, State.PERSON),
                    new Move.Resolve(Resolution.BY_PERSON),
                            List.of(State.BOT, State.WAITING, State.PERSON),
                    new Move.Close(Resolution.SPAM),
                            List.of(State.BOT, State.WAITING, State.PERSON, State.RESOLVED),
                    new Move.Reopen(false), List.of(State.RESOLVED, State.CLOSED),
                    new Move.Reopen(true), List.of(State.RESOLVED, State.CLOSED));

    private final Tenants tenants;
    private final Bots bots;
    private final Conversations conversations;
    private final SeeToConversation seeTo;
    private final ReplyAsPerson reply;
    private final PostMessage post;
    private final AskForPerson ask;
    private final IdleConversations idle;
    private final Threads threads;
    private final CrossOrganization everything;
    private final MovedClock clock;
    private Tenants.Tenant acme;
    private Bot.Id bot;

    MovesTest(
            Tenants tenants,
            Bots bots,
            Conversations conversations,
            SeeToConversation seeTo,
            ReplyAsPerson reply,
            PostMessage post,
            AskForPerson ask,
            IdleConversations idle,
            Threads threads,
            CrossOrganization everything,
            MovedClock clock) {
        this.tenants = tenants;
        this.bots = bots;
        this.conversations = conversations;
        this.seeTo = seeTo;
        this.reply = reply;
        this.post = post;
        this.ask = ask;
        this.idle = idle;
        this.threads = threads;
        this.everything = everything;
        this.clock = clock;
    }

    @BeforeEach
    void shopWithATeam() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin"))).id();
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into team (organization_id, id, name, created_at)
                                values (:organization, :id, 'Sales', now())
                                """)
                        .param("organization", acme.organization())
                        .param("id", TEAM)
                        .update());
    }

    private Conversation.Id begin() {
        return conversations.open(new NewConversation(bot, "en", null, null, null, null)).id();
    }

    private void put(Conversation.Id id, State state) {
        everything.inTransaction(jdbc ->
                jdbc.sql("update conversation set state = :state where id = :id")
                        .param("state", state)
                        .param("id", id)
                        .update());
    }

    private void asAcme(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }

    @Test
    void everyMoveIsMadeFromItsStatesAndFromNoOther() {
        asAcme(() ->
                TABLE.forEach((move, from) -> {
                    for (var state : State.values()) {
                        var id = begin();
                        put(id, state);
                        if (from.contains(state)) {
                            seeTo.move(id, move, ADA);
                            assertThat(conversations.get(id).state())
                                    .as("%s from %s", move, state)
                                    .isEqualTo(move.to());
                        } else {
                            assertThatThrownBy(() -> seeTo.move(id, move, ADA))
                                    .as("%s from %s", move, state)
                                    .isInstanceOf(Conflict.class);
                            assertThat(conversations.get(id).state()).isEqualTo(state);
                            assertThat(threads.list(id, 0)).isEmpty();
                        }
                    }
                }));
    }

    @Test
    void everyKindStandsInTheTable() {
        assertThat(TABLE.keySet().stream().map(Move::kind).distinct())
                .hasSize(Move.Kind.values().length - 1);
    }

    @Test
    void whoeverTakesOverSeesToItUntilItIsGivenAway() {
        asAcme(() -> {
            var id = begin();
            seeTo.move(id, new Move.TakeOver(), ADA);
            assertThat(conversations.get(id).assignee()).isEqualTo(ADA.account());
            seeTo.assign(id, BO.account(), ADA);
            assertThat(conversations.get(id).assignee()).isEqualTo(BO.account());
            seeTo.move(id, new Move.HandBack(), BO);
            assertThat(conversations.get(id).assignee()).isNull();
        });
    }

    @Test
    void whatTheBotHadNotRepliedToIsThePersonsAndGetsOneReplyAtMost() {
        asAcme(() -> {
            for (int round = 0; round < 10; round++) {
                var id = begin();
                var question = post.post(id, "Do you deliver to an island?", "c-1");
                seeTo.move(id, new Move.TakeOver(), ADA);
                var replies = botReplies(question);
                var status = turn(question);
                assertThat(status).isEqualTo(replies == 0 ? "PASSED" : "ANSWERED");
                eventually(() -> assertThat(botReplies(question)).isEqualTo(replies));
                assertThat(turn(question)).isEqualTo(status);
            }
        });
    }

    private long botReplies(Message.Id question) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from message where answers = :question")
                        .param("question", question)
                        .query(Long.class)
                        .single());
    }

    private String turn(Message.Id question) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select status from turn where message_id = :question")
                        .param("question", question)
                        .query(String.class)
                        .single());
    }

    @Test
    void aPersonIsPromisedOnceAndTheBotIsSilentUnderOne() {
        asAcme(() -> {
            var id = begin();
            ask.ask(id);
            ask.ask(id);
            assertThat(kinds(id)).containsExactly(Move.Kind.HAND_OVER);

            reply.reply(id, ADA, "Hello, what is it?", "p-1", 0);
            assertThat(kinds(id)).containsExactly(Move.Kind.HAND_OVER, Move.Kind.TAKE_OVER);
            var question = post.post(id, "Where is my parcel?", "c-1");
            assertThat(
                            everything.<Long>inTransaction(jdbc ->
                                    jdbc.sql("select count(*) from turn where message_id = :id")
                                            .param("id", question)
                                            .query(Long.class)
                                            .single()))
                    .isZero();
        });
    }

    private List<Move.Kind> kinds(Conversation.Id id) {
        return threads.list(id, 0).stream()
                .flatMap(one ->
                        one instanceof Threads.Happening.Changed(var moved)
                                ? java.util.stream.Stream.of(moved.kind())
                                : java.util.stream.Stream.empty())
                .toList();
    }

    @Test
    void whoeverComesBackComesToThoseWhoSawToIt() {
        asAcme(() -> {
            var withBot = begin();
            seeTo.move(withBot, new Move.Resolve(Resolution.BY_PERSON), ADA);
            post.post(withBot, "One more thing", "c-1");
            assertThat(conversations.get(withBot).state()).isEqualTo(State.BOT);
            assertThat(conversations.get(withBot).resolution()).isNull();

            var withAda = begin();
            seeTo.move(withAda, new Move.TakeOver(), ADA);
            seeTo.move(withAda, new Move.Resolve(Resolution.BY_PERSON), ADA);
            post.post(withAda, "One more thing", "c-1");
            assertThat(conversations.get(withAda).state()).isEqualTo(State.WAITING);
            assertThat(conversations.get(withAda).assignee()).isEqualTo(ADA.account());
        });
    }

    @Test
    void theSameWordsAreSaidOnceAndOthersUnderTheirNameNever() {
        asAcme(() -> {
            var id = begin();
            var first = reply.reply(id, ADA, "Hello", "p-1", 0);
            assertThat(reply.reply(id, ADA, "Hello", "p-1", 0)).isEqualTo(first);
            assertThatThrownBy(() -> reply.reply(id, ADA, "Good-bye", "p-1", 0))
                    .isInstanceOf(Conflict.class);
            assertThat(conversations.get(id).messageCount()).isEqualTo(1);
        });
    }

    @Test
    void nobodyAnswersOverAColleaguesWordsUnread() {
        asAcme(() -> {
            var id = begin();
            reply.reply(id, ADA, "We deliver on Friday.", "p-1", 0);
            assertThat(reply.reply(id, BO, "We do not deliver.", "p-2", 0))
                    .isEqualTo(new ReplyAsPerson.Result.OthersWereFaster());
            assertThat(conversations.get(id).messageCount()).isEqualTo(1);

            var read = threads.list(id, 0).getLast().sequence();
            assertThat(reply.reply(id, BO, "In the afternoon.", "p-3", read))
                    .isInstanceOf(ReplyAsPerson.Result.Said.class);
        });
    }

    @Test
    void whatHasGoneQuietIsClosedInItsTime() {
        var answered = new Conversation.Id[3];
        asAcme(() -> {
            answered[0] = begin();
            post.post(answered[0], "hello", "c-1");
            answered[1] = begin();
            reply.reply(answered[1], ADA, "What is your order number?", "p-1", 0);
            answered[2] = begin();
            post.post(answered[2], "hello", "c-1");
            ask.ask(answered[2]);
            eventually(() -> assertThat(pendingTurns()).isZero());
        });
        var now = Instant.now();

        clock.putTo(now.plus(IdleConversations.WITH_BOT).minusSeconds(60));
        idle.close();
        asAcme(() ->
                assertThat(states(answered))
                        .containsExactly(State.BOT, State.PERSON, State.WAITING));

        clock.putTo(now.plus(IdleConversations.WITH_BOT).plusSeconds(60));
        idle.close();
        asAcme(() ->
                assertThat(states(answered))
                        .containsExactly(State.CLOSED, State.PERSON, State.WAITING));

        clock.putTo(now.plus(IdleConversations.WITH_PERSON).plusSeconds(60));
        idle.close();
        asAcme(() -> {
            assertThat(states(answered)).containsExactly(State.CLOSED, State.CLOSED, State.WAITING);
            assertThat(conversations.get(answered[1]).resolution()).isEqualTo(Resolution.NO_REPLY);
        });

        clock.putTo(now.plus(IdleConversations.WAITING).plus(Duration.ofMinutes(1)));
        idle.close();
        asAcme(() -> {
            assertThat(conversations.get(answered[2]).state()).isEqualTo(State.CLOSED);
            assertThat(conversations.get(answered[2]).resolution())
                    .isEqualTo(Resolution.UNANSWERED);
        });
    }

    @Test
    void whatSomebodyJustTookUpOrPutOffIsNotSilent() {
        var ids = new Conversation.Id[2];
        var now = Instant.now();
        asAcme(() -> {
            for (int one = 0; one < 2; one++) {
                ids[one] = begin();
                post.post(ids[one], "hello", "c-1");
                ask.ask(ids[one]);
            }
            eventually(() -> assertThat(pendingTurns()).isZero());
        });

        clock.putTo(now.plus(Duration.ofDays(4)));
        asAcme(() -> {
            seeTo.move(ids[0], new Move.TakeOver(), ADA);
            seeTo.snooze(ids[1], now.plus(Duration.ofDays(30)));
        });
        idle.close();
        asAcme(() -> assertThat(states(ids)).containsExactly(State.PERSON, State.WAITING));

        clock.putTo(now.plus(Duration.ofDays(16)));
        idle.close();
        asAcme(() ->
                assertThat(states(ids))
                        .as("the visitor had the last word")
                        .containsExactly(State.PERSON, State.WAITING));

        clock.putTo(now.plus(Duration.ofDays(19)));
        idle.close();
        asAcme(() -> assertThat(states(ids)).containsExactly(State.CLOSED, State.WAITING));
    }

    private List<State> states(Conversation.Id[] ids) {
        return List.of(ids).stream().map(id -> conversations.get(id).state()).toList();
    }

    private long pendingTurns() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from turn where status = 'PENDING'")
                        .query(Long.class)
                        .single());
    }
}
