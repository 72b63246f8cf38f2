package io.taros.handover;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.HandoverReason;
import io.taros.conversation.Restrictions;
import io.taros.handover.HandoverRules.Topic;
import io.taros.inbox.Presence;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When people are called, and what whoever waits for them is told. */
@TarosTest
class CallingPeopleTest {
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-27T18:30:00Z");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-27T11:00:00Z");
    private static final String NEXT = "fits neither words nor matter of any page";

    private final Tenants tenants;
    private final World world;
    private final int port;
    private final URI installation;
    private Tenants.Tenant acme;
    private RestCaller api;
    private Bot.Id bot;
    private String publicKey;

    /** What the tests look into, and change behind the pages. */
    record World(
            Handovers handovers,
            Conversations conversations,
            Restrictions restrictions,
            Presence presence,
            Audit audit,
            TransactionTemplate transactions,
            MovedClock clock) {}

    CallingPeopleTest(
            Tenants tenants,
            Handovers handovers,
            Conversations conversations,
            Restrictions restrictions,
            Presence presence,
            Audit audit,
            TransactionTemplate transactions,
            MovedClock clock,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.world =
                new World(
                        handovers,
                        conversations,
                        restrictions,
                        presence,
                        audit,
                        transactions,
                        clock);
        this.port = port;
        this.installation = URI.create("http://localhost:" + port);
    }

    @BeforeEach
    void aShop() {
        acme = tenants.open("Acme");
        api = new RestCaller(installation.toString(), acme.apiKey());
        var added = api.post("/bots", Map.of("name", "Robin"));
        bot = new Bot.Id(UUID.fromString(added.at("id")));
        publicKey = added.at("publicKey");
        var source =
                api.post(
                                "/bots/" + bot.value() + "/sources",
                                Map.of(
                                        "type",
                                        "qa",
                                        "question",
                                        "How do I cancel my order?",
                                        "answer",
                                        "Write to us within an hour."))
                        .at("id");
        eventually(() -> assertThat(api.get("/sources/" + source).at("status")).isEqualTo("ready"));
    }

    private void rules(HandoverRules rules) {
        Tenancy.runAs(acme.organization(), () -> world.handovers().keep(bot, rules));
    }

    private void hours(@Nullable Hours hours) {
        Tenancy.runAs(acme.organization(), () -> world.handovers().keep(bot, hours));
    }

    private Conversation of(Visitor visitor) {
        var id = new Conversation.Id(UUID.fromString(visitor.id()));
        return Tenancy.callAs(acme.organization(), () -> world.conversations().get(id));
    }

    private Visitor arrive(Map<String, String> about) {
        return Visitor.start(installation, publicKey, about);
    }

    private Visitor arrive() {
        return arrive(Map.of("language", "en"));
    }

    private static JsonNode say(Visitor visitor, String text, String clientId) {
        return visitor.replyTo(visitor.say(text, clientId)).data();
    }

    @Nested
    class Rules {
        @Test
        void withoutAnyNobodyIsCalled() {
            var visitor = arrive();

            say(visitor, NEXT, "c-1");
            say(visitor, "This is ridiculous, " + NEXT, "c-2");

            assertThat(of(visitor).state()).isEqualTo(Conversation.State.BOT);
        }

        @Test
        void aTopicIsLeftToPeopleAndNotAnswered() {
            rules(topic("cancel*"));
            var visitor = arrive();

            var reply = say(visitor, "How do I cancel my order?", "c-1");

            assertThat(reply.path("outcome").asString()).isEqualTo("handover");
            assertThat(reply.path("why").asString()).isEqualTo("rule");
            assertThat(reply.path("text").asString()).isEqualTo("A person should answer this.");
            assertThat(of(visitor).state()).isEqualTo(Conversation.State.WAITING);
            assertThat(of(visitor).handoverReason()).isEqualTo(HandoverReason.TOPIC);
        }

        @Test
        void whoeverWaitsIsAnsweredAsFarAsTheBotCan() {
            rules(topic("cancel*"));
            var visitor = arrive();
            say(visitor, "I want to cancel", "c-1");

            var reply = say(visitor, "How do I cancel my order?", "c-2");

            assertThat(reply.path("outcome").asString()).isEqualTo("answered");
        }

        @Test
        void angerIsLeftToPeople() {
            rules(new HandoverRules(List.of(), null, true, List.of(), null));
            var visitor = arrive();

            say(visitor, "This is ridiculous", "c-1");

            assertThat(of(visitor).handoverReason()).isEqualTo(HandoverReason.SENTIMENT);
        }

        @Test
        void aPersonIsCalledAfterTriesInARow() {
            rules(new HandoverRules(List.of(), 2, false, List.of(), null));
            var visitor = arrive();

            say(visitor, NEXT, "c-1");
            assertThat(of(visitor).state()).isEqualTo(Conversation.State.BOT);
            say(visitor, "How do I cancel my order?", "c-2");
            say(visitor, NEXT, "c-3");
            assertThat(of(visitor).state()).isEqualTo(Conversation.State.BOT);
            var last = say(visitor, "Zebra umbrella quantum, and " + NEXT, "c-4");

            assertThat(of(visitor).state()).isEqualTo(Conversation.State.WAITING);
            assertThat(of(visitor).handoverReason())
                    .isIn(HandoverReason.NO_ANSWER, HandoverReason.NOT_RELIABLE);
            // What is said and what is done are two things.
            assertThat(last.path("outcome").asString()).isEqualTo("unanswered");
        }

        @Test
        void nobodyIsCalledToWhatIsRestricted() {
            rules(topic("cancel*"));
            var visitor = arrive();
            Tenancy.runAs(
                    acme.organization(),
                    () ->
                            world.transactions()
                                    .executeWithoutResult(_ ->
                                            world.restrictions()
                                                    .add(
                                                            UUID.randomUUID(),
                                                            List.of(
                                                                    UUID.fromString(
                                                                            visitor.id())))));

            var reply = say(visitor, "How do I cancel my order?", "c-1");

            assertThat(reply.path("outcome").asString()).isEqualTo("answered");
        }

        private HandoverRules topic(String words) {
            return new HandoverRules(
                    List.of(new Topic("Cancelling", List.of(words), null)),
                    null,
                    false,
                    List.of(),
                    null);
        }
    }

    @Nested
    class Expectations {
        @Test
        void somebodyIsThere() {
            Tenancy.runAs(acme.organization(), () -> world.presence().see(acme.owner()));

            var told = told(arrive());
            assertThat(told.path("text").asString()).startsWith("A person will join here");
            assertThat(told.path("available").asBoolean()).isTrue();
            assertThat(configured("available")).isEqualTo("true");
        }

        @Test
        void nobodyIsThere() {
            var told = told(arrive());
            assertThat(told.path("text").asString()).startsWith("Nobody is here right now");
            assertThat(told.path("available").asBoolean(true)).isFalse();
            assertThat(configured("available")).isEqualTo("false");
            assertThat(configured("text")).startsWith("Nobody is here right now");
        }

        @Test
        void whoIsAwayIsNotThere() {
            Tenancy.runAs(
                    acme.organization(),
                    () -> {
                        world.presence().see(acme.owner());
                        world.presence().away(acme.owner(), true);
                    });

            assertThat(promise(arrive())).startsWith("Nobody is here right now");
        }

        @Test
        void outsideTheHoursTheVisitorReadsWhenInTheirOwnTime() {
            weekdays();
            world.clock().putTo(FRIDAY_EVENING);

            var visitor = arrive(Map.of("language", "en", "timeZone", "America/New_York"));

            assertThat(promise(visitor))
                    .startsWith("We are back on Monday, November 30, 2026 at 3:00")
                    .contains("on our list");
        }

        @Test
        void inTheirOwnLanguage() {
            weekdays();
            world.clock().putTo(FRIDAY_EVENING);

            assertThat(promise(arrive(Map.of("language", "da", "timeZone", "Europe/Copenhagen"))))
                    .startsWith("Vi er her igen mandag den 30. november 2026 kl. 09.00");
        }

        @Test
        void withTheZoneWhereTheirsIsNotKnown() {
            weekdays();
            world.clock().putTo(FRIDAY_EVENING);

            assertThat(promise(arrive()))
                    .contains("Monday, November 30, 2026 at 9:00")
                    .contains("CET");
            assertThat(promise(arrive(Map.of("language", "en", "timeZone", "Mars/Olympus"))))
                    .contains("CET");
        }

        @Test
        void somebodyWhoIsThereCountsOutsideTheHoursToo() {
            weekdays();
            world.clock().putTo(FRIDAY_EVENING);
            Tenancy.runAs(acme.organization(), () -> world.presence().see(acme.owner()));

            assertThat(promise(arrive())).startsWith("A person will join here");
        }

        @Test
        void withinTheHoursNobodyIsPromised() {
            weekdays();
            world.clock().putTo(FRIDAY_NOON);

            assertThat(promise(arrive())).startsWith("Nobody is here right now");
        }

        private void weekdays() {
            var form = new Browser(port);
            form.signIn(acme.email(), Tenants.PASSWORD);
            form.get("/bot/handover");
            assertThat(
                            form.post(
                                            "/bot/handover/hours",
                                            "bot",
                                            bot.value().toString(),
                                            "kept",
                                            "true",
                                            "zone",
                                            "Europe/Copenhagen",
                                            "MONDAY",
                                            "9-17",
                                            "FRIDAY",
                                            "9-17",
                                            "country",
                                            "DK")
                                    .status())
                    .isEqualTo(303);
        }

        private String promise(Visitor visitor) {
            return told(visitor).path("text").asString();
        }

        private JsonNode told(Visitor visitor) {
            assertThat(visitor.call("POST", "/handover", "{}").statusCode()).isLessThan(300);
            try (var line = visitor.listen()) {
                return line.until(event -> event.name().equals("handover")).getLast().data();
            }
        }

        private String configured(String field) {
            return JsonMapper.shared()
                    .readTree(Visitor.config(installation, publicKey))
                    .path("handover")
                    .path(field)
                    .asString();
        }
    }

    @Nested
    class Page {
        private final Browser owner = new Browser(port);

        @BeforeEach
        void signIn() {
            owner.signIn(acme.email(), Tenants.PASSWORD);
            owner.get("/bot/handover");
        }

        @Test
        void keepsWhatIsSaved() {
            assertThat(
                            owner.post(
                                            "/bot/handover/rules",
                                            "bot",
                                            bot.value().toString(),
                                            "tries",
                                            "3",
                                            "topicName",
                                            "Cancelling",
                                            "topicWords",
                                            "cancel*, end my contract",
                                            "topicName",
                                            "",
                                            "topicWords",
                                            "",
                                            "angry",
                                            "true",
                                            "angryWords",
                                            "never again")
                                    .status())
                    .isEqualTo(303);

            assertThat(kept())
                    .isEqualTo(
                            new HandoverRules(
                                    List.of(
                                            new Topic(
                                                    "Cancelling",
                                                    List.of("cancel*", "end my contract"),
                                                    null)),
                                    3,
                                    true,
                                    List.of("never again"),
                                    null));
            assertThat(owner.get("/bot/handover").body())
                    .contains("cancel*, end my contract", "never again");
            assertThat(audited()).containsExactly("handover.rules-changed");
        }

        @Test
        void savingTheSameAgainIsNoChange() {
            owner.post("/bot/handover/rules", "bot", bot.value().toString(), "tries", "2");
            owner.post("/bot/handover/rules", "bot", bot.value().toString(), "tries", "2");

            assertThat(audited()).hasSize(1);
        }

        @Test
        void losesNothingOfWhatCannotBeRead() {
            var shown =
                    owner.post(
                            "/bot/handover/hours",
                            "bot",
                            bot.value().toString(),
                            "kept",
                            "true",
                            "zone",
                            "Copenhagen",
                            "MONDAY",
                            "nine to five",
                            "days",
                            "Christmas");

            assertThat(shown.status()).isEqualTo(422);
            assertThat(shown.body())
                    .contains("There is no such time zone", "nine to five", "Begin each line");
            var half =
                    owner.post(
                            "/bot/handover/rules",
                            "bot",
                            bot.value().toString(),
                            "topicName",
                            "Cancelling",
                            "topicWords",
                            "");
            assertThat(half.status()).isEqualTo(422);
            assertThat(half.body()).contains("A topic needs a name and at least one word.");
            assertThat(kept()).isEqualTo(HandoverRules.NONE);
        }

        @Test
        void hoursCanBeLeftAgain() {
            owner.post(
                    "/bot/handover/hours",
                    "bot",
                    bot.value().toString(),
                    "kept",
                    "true",
                    "zone",
                    "UTC");
            owner.post("/bot/handover/hours", "bot", bot.value().toString(), "zone", "UTC");

            assertThat(Tenancy.callAs(acme.organization(), () -> world.handovers().hours(bot)))
                    .isEmpty();
        }

        @Test
        void isOthersToNobody() {
            var globex = tenants.open("Globex");
            var other = new Browser(port);
            other.signIn(globex.email(), Tenants.PASSWORD);
            other.get("/bot/handover");

            assertThat(other.get("/bot/handover?bot=" + bot.value()).status()).isEqualTo(404);
            assertThat(
                            other.post(
                                            "/bot/handover/rules",
                                            "bot",
                                            bot.value().toString(),
                                            "tries",
                                            "1")
                                    .status())
                    .isEqualTo(404);
            assertThat(kept()).isEqualTo(HandoverRules.NONE);
        }

        private HandoverRules kept() {
            return Tenancy.callAs(acme.organization(), () -> world.handovers().rules(bot));
        }

        private List<String> audited() {
            return Tenancy.callAs(acme.organization(), () -> world.audit().latest(20)).stream()
                    .map(AuditEntry::action)
                    .filter(action -> action.startsWith("handover."))
                    .toList();
        }
    }
}
