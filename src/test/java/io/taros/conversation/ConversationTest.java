package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.testing.TarosTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TarosTest
class ConversationTest {
    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final OrganizationId globex = new OrganizationId(UUID.randomUUID());

    private final Bots bots;
    private final Conversations conversations;
    private final PostMessage post;
    private final ConversationLog log;
    private final World world;

    /** What only some tests reach for. */
    record World(
            Turns turns,
            TurnTaker taker,
            Replies replies,
            Feed feed,
            StreamEvents events,
            Signals signals,
            Transcripts transcripts,
            ForgetConversation forget,
            AskForPerson person,
            JdbcClient jdbc,
            TransactionTemplate transactions) {}

    ConversationTest(
            Bots bots,
            Conversations conversations,
            PostMessage post,
            ConversationLog log,
            ObjectProvider<Turns> turns,
            TurnTaker taker,
            Replies replies,
            Feed feed,
            StreamEvents events,
            Signals signals,
            Transcripts transcripts,
            ForgetConversation forget,
            AskForPerson person,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.bots = bots;
        this.conversations = conversations;
        this.post = post;
        this.log = log;
        this.world =
                new World(
                        turns.getObject(),
                        taker,
                        replies,
                        feed,
                        events,
                        signals,
                        transcripts,
                        forget,
                        person,
                        jdbc,
                        transactions);
    }

    @Test
    void storesOneMessageHoweverOftenAClientSendsIt() throws Exception {
        var conversation = begin(acme);

        var answers =
                inParallel(
                        50,
                        () -> Tenancy.callAs(acme, () -> post.post(conversation, "Hello", "c-1")));

        assertThat(new HashSet<>(answers)).hasSize(1);
        eventually(() -> assertThat(said(conversation)).hasSize(2));
        assertThat(said(conversation))
                .extracting(Message::role)
                .containsExactly(Message.Role.VISITOR, Message.Role.BOT);
    }

    @Test
    void refusesOtherWordsUnderANameThatWasUsed() {
        var conversation = begin(acme);
        say(conversation, "Hello", "c-1");

        assertThatThrownBy(() -> say(conversation, "Something else", "c-1"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void repliesOnceHoweverManyTakeTheTurn() throws Exception {
        var conversation = begin(acme);
        var message = say(conversation, "Hello", "c-1");
        var job = new TakeTurn(acme, conversation, message, 0);

        inParallel(
                12,
                () ->
                        Tenancy.callAs(
                                acme,
                                () -> {
                                    world.taker().handle(job);
                                    return true;
                                }));

        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));
        Tenancy.callAs(
                acme,
                () -> {
                    world.taker().handle(job);
                    return true;
                });
        assertThat(repliesTo(conversation, message)).hasSize(1);
    }

    @Test
    void givesEveryQuickMessageItsReplyInOrder() {
        var conversation = begin(acme);

        var messages =
                IntStream.range(0, 6)
                        .mapToObj(number -> say(conversation, "Hello", "c-" + number))
                        .toList();

        eventually(() ->
                assertThat(said(conversation).stream().filter(one -> one.answers() != null))
                        .hasSize(6));
        assertThat(said(conversation).stream().filter(one -> one.answers() != null))
                .extracting(Message::answers)
                .containsExactlyElementsOf(messages);
    }

    @Test
    void takesOverATurnWhoseHolderDied() throws Exception {
        var conversation = begin(acme);
        var turn = dyingHolder(conversation);

        tenant(acme, "update turn set leased_until = now() - interval '1 second'");
        Tenancy.callAs(
                acme,
                () -> {
                    world.taker().handle(new TakeTurn(acme, conversation, turn.messageId(), 0));
                    return true;
                });

        assertThat(repliesTo(conversation, turn.messageId())).hasSize(1);
        assertThat(
                        Tenancy.callAs(
                                acme,
                                () ->
                                        world.replies()
                                                .show(
                                                        turn,
                                                        List.of(
                                                                FeedData.Delta.of(
                                                                        turn.messageId(),
                                                                        "late")))))
                .as("a holder that comes back late writes nothing")
                .isFalse();
        assertThat(
                        Tenancy.callAs(
                                acme,
                                () ->
                                        world.replies()
                                                .close(
                                                        turn,
                                                        Reply.failed("late"),
                                                        List.of(),
                                                        new Visit("en", "en", null, null))))
                .isEmpty();
    }

    @Test
    void looksAgainWhenTheTurnIsInOtherHands() throws Exception {
        var conversation = begin(acme);
        var turn = dyingHolder(conversation);

        Tenancy.callAs(
                acme,
                () -> {
                    world.taker().handle(new TakeTurn(acme, conversation, turn.messageId(), 3));
                    return true;
                });

        assertThat(
                        world.jdbc()
                                .sql(
                                        "select count(*) from scheduled_tasks where task_instance = :key")
                                .param("key", turn.messageId().value() + "/4")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void apologisesWhenNothingHelped() {
        var conversation = begin(acme);
        var turn = dyingHolder(conversation);
        tenant(acme, "update turn set leased_until = null");

        Tenancy.runAs(
                acme,
                () ->
                        world.taker()
                                .exhausted(
                                        new TakeTurn(acme, conversation, turn.messageId(), 0),
                                        new IllegalStateException("broken")));

        assertThat(repliesTo(conversation, turn.messageId()))
                .singleElement()
                .extracting(Message::outcome)
                .isEqualTo(Message.Outcome.HANDOVER);
        assertThat(conversation(conversation).state()).isEqualTo(Conversation.State.WAITING);
        assertThat(conversation(conversation).handoverReason())
                .isEqualTo(HandoverReason.BOT_FAILED);
    }

    @Test
    void keepsWhatIsSaidSealed() {
        var conversation = begin(acme);
        say(conversation, "My order number is canary-4711", "c-1");

        var stored =
                Tenancy.callAs(
                        acme,
                        () ->
                                world.transactions()
                                        .execute(status ->
                                                world.jdbc()
                                                        .sql("select sealed_text from message")
                                                        .query(byte[].class)
                                                        .list()));

        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(bytes ->
                        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain("canary"));
    }

    @Test
    void showsNothingToAnotherOrganization() {
        var conversation = begin(acme);
        say(conversation, "Hello", "c-1");

        Tenancy.runAs(
                globex,
                () -> {
                    assertThatThrownBy(() -> conversations.get(conversation))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> world.transcripts().get(conversation))
                            .isInstanceOf(NotFound.class);
                    assertThatThrownBy(() -> post.post(conversation, "Hello", "c-2"))
                            .isInstanceOf(NotFound.class);
                    assertThat(world.feed().read(conversation, new Feed.Position.After(0)))
                            .isEqualTo(Feed.News.none());
                    world.forget().forget(conversation);
                });

        assertThat(said(conversation)).isNotEmpty();
    }

    @Test
    void handsOverOnceAndSaysSo() {
        var conversation = begin(acme);

        Tenancy.runAs(
                acme,
                () -> {
                    assertThat(world.person().ask(conversation))
                            .isEqualTo(Conversation.State.WAITING);
                    assertThat(world.person().ask(conversation))
                            .isEqualTo(Conversation.State.WAITING);
                });

        assertThat(feed(conversation))
                .extracting(Feed.Event::name)
                .containsExactly("handover", "state");
    }

    @Test
    void waitsForAPersonWhenTheVisitorAsksForOne() {
        var conversation = begin(acme);

        var message = say(conversation, "I want to talk to a human", "c-1");

        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));
        assertThat(conversation(conversation).state()).isEqualTo(Conversation.State.WAITING);
        assertThat(conversation(conversation).handoverReason())
                .isEqualTo(HandoverReason.VISITOR_ASKED);
        assertThat(feed(conversation)).extracting(Feed.Event::name).contains("handover", "done");
    }

    @Test
    void numbersEventsWithoutGivingANumberTwice() {
        var conversation = begin(acme);
        IntStream.range(0, 4).forEach(number -> say(conversation, "Hello", "c-" + number));
        eventually(() -> assertThat(said(conversation)).hasSize(8));

        var numbers = feed(conversation).stream().map(Feed.Event::number).toList();

        assertThat(numbers).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void givesANewcomerTheTranscriptWithoutHowItCameAbout() {
        var conversation = begin(acme);
        var message = say(conversation, "Hello", "c-1");
        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));

        var news =
                Tenancy.callAs(
                        acme,
                        () -> world.feed().read(conversation, new Feed.Position.Transcript()));

        assertThat(news.events())
                .extracting(Feed.Event::name)
                .containsExactly("message", "message", "done");
    }

    @Test
    void dropsOldStreamEventsButNeverAMessage() {
        var conversation = begin(acme);
        var message = say(conversation, "Hello", "c-1");
        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));
        tenant(acme, "update stream_event set created_at = created_at - interval '2 hours'");

        world.events().dropOld();

        assertThat(feed(conversation))
                .extracting(Feed.Event::name)
                .containsExactly("message", "message", "done");
    }

    @Test
    void leavesNothingOfADeletedConversation() {
        var conversation = begin(acme);
        var message = say(conversation, "Hello", "c-1");
        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));

        Tenancy.runAs(acme, () -> world.forget().forget(conversation));

        for (var table :
                List.of("conversation", "message", "turn", "stream_event", "rating", "lead")) {
            assertThat(count(table)).as(table).isZero();
        }
    }

    @Test
    void hearsTheSignalsOfOtherNodes() throws Exception {
        var conversation = begin(acme);
        var heard = new CountDownLatch(1);
        world.signals()
                .listen(
                        conversation,
                        new Signals.Listener() {
                            @Override
                            public void hear(Signal signal) {
                                heard.countDown();
                            }

                            @Override
                            public void missed() {}
                        });
        var otherNode = new Signals(world.transactions(), new OtherNodes(world.jdbc()));

        Tenancy.runAs(acme, () -> otherNode.changing(conversation, () -> true));

        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void withdrawsTheJobOfAnAnsweredTurn() {
        var conversation = begin(acme);
        var message = say(conversation, "Hello", "c-1");

        eventually(() -> assertThat(repliesTo(conversation, message)).hasSize(1));

        assertThat(
                        world.jdbc()
                                .sql(
                                        "select count(*) from scheduled_tasks where task_name = 'TakeTurn'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void listsConversationsByActivityPageByPage() {
        var bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));
        var all =
                IntStream.range(0, 5)
                        .mapToObj(number -> {
                            var one = begin(acme, bot.id());
                            say(one, "Hello", "c-" + number);
                            return one;
                        })
                        .toList();
        eventually(() -> assertThat(count("message")).isEqualTo(10));

        var first = Tenancy.callAs(acme, () -> world.transcripts().list(bot.id(), null, 3));
        var second =
                Tenancy.callAs(acme, () -> world.transcripts().list(bot.id(), first.next(), 3));

        assertThat(first.summaries()).hasSize(3).allMatch(one -> one.opening().equals("Hello"));
        assertThat(second.summaries()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(
                        java.util.stream.Stream.of(first, second)
                                .flatMap(page -> page.summaries().stream())
                                .map(one -> one.conversation().id()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    /** A message whose turn somebody holds who will never answer. */
    private Turns.Held dyingHolder(Conversation.Id conversation) {
        return Tenancy.callAs(
                acme,
                () -> {
                    var message = log.visitorSays(conversation, "Hello", "c-1");
                    world.signals()
                            .changing(
                                    conversation,
                                    () -> {
                                        var place =
                                                conversations
                                                        .reserve(conversation, 1)
                                                        .orElseThrow();
                                        log.add(message.at(place));
                                        world.turns().open(conversation, message.id(), place, null);
                                        return true;
                                    });
                    return world.turns().takeOldest(conversation).orElseThrow();
                });
    }

    private Conversation.Id begin(OrganizationId organization) {
        var bot = Tenancy.callAs(organization, () -> bots.add(BotSettings.named("Robin")));
        return begin(organization, bot.id());
    }

    private Conversation.Id begin(OrganizationId organization, Bot.Id bot) {
        return Tenancy.callAs(
                        organization,
                        () ->
                                conversations.open(
                                        new NewConversation(bot, "en", null, null, null, null)))
                .id();
    }

    private Message.Id say(Conversation.Id conversation, String text, String clientId) {
        return Tenancy.callAs(acme, () -> post.post(conversation, text, clientId));
    }

    private List<Message> said(Conversation.Id conversation) {
        return Tenancy.callAs(acme, () -> log.list(conversation, 0, 1_000));
    }

    private List<Message> repliesTo(Conversation.Id conversation, Message.Id message) {
        return said(conversation).stream().filter(one -> message.equals(one.answers())).toList();
    }

    private Conversation conversation(Conversation.Id id) {
        return Tenancy.callAs(acme, () -> conversations.get(id));
    }

    private List<Feed.Event> feed(Conversation.Id conversation) {
        return Tenancy.callAs(
                        acme, () -> world.feed().read(conversation, new Feed.Position.After(0)))
                .events();
    }

    private long count(String table) {
        return Tenancy.callAs(
                acme,
                () ->
                        world.transactions()
                                .execute(status ->
                                        world.jdbc()
                                                .sql("select count(*) from " + table)
                                                .query(Long.class)
                                                .single()));
    }

    private void tenant(OrganizationId organization, String sql) {
        Tenancy.runAs(
                organization,
                () ->
                        world.transactions()
                                .executeWithoutResult(status -> world.jdbc().sql(sql).update()));
    }

    private static <T> List<T> inParallel(int times, Callable<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    IntStream.range(0, times)
                            .mapToObj(number ->
                                    threads.submit(() -> {
                                        start.await();
                                        return work.call();
                                    }))
                            .toList();
            start.countDown();
            var results = new java.util.ArrayList<T>();
            for (var future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
