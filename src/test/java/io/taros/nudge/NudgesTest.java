package io.taros.nudge;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.account.AccountTest;
import io.taros.conversation.AskForPerson;
import io.taros.conversation.Conversation;
import io.taros.conversation.PostMessage;
import io.taros.conversation.SeeToConversation;
import io.taros.inbox.Colleagues;
import io.taros.inbox.Presence;
import io.taros.inbox.WriteNote;
import io.taros.nudge.Wishes.Pace;
import io.taros.nudge.Wishes.Way;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox;
import io.taros.testing.MovedClock;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Members hear by mail of what concerns them; its jobs lie in the future and are run by hand. */
@AccountTest
class NudgesTest {
    private static final Instant NOON = Instant.parse("2036-05-06T10:00:30Z");
    private static final String PAGE = "/account/notifications";

    private final AgentShops shops;
    private final SeeToConversation seeTo;
    private final AskForPerson ask;
    private final PostMessage post;
    private final WriteNote notes;
    private final Colleagues colleagues;
    private final Presence presence;
    private final WishList wishes;
    private final TellingMember telling;
    private final CrossOrganization everything;
    private final MovedClock clock;
    private final int port;
    private AgentShop shop;
    private Tenants.Tenant acme;
    private Account.Id agent;

    NudgesTest(
            AgentShops shops,
            SeeToConversation seeTo,
            AskForPerson ask,
            PostMessage post,
            WriteNote notes,
            Colleagues colleagues,
            Presence presence,
            WishList wishes,
            TellingMember telling,
            CrossOrganization everything,
            MovedClock clock,
            @LocalServerPort int port) {
        this.shops = shops;
        this.seeTo = seeTo;
        this.ask = ask;
        this.post = post;
        this.notes = notes;
        this.colleagues = colleagues;
        this.presence = presence;
        this.wishes = wishes;
        this.telling = telling;
        this.everything = everything;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void shopWithAnAgent() {
        MAIL.empty();
        shop = shops.open("Acme");
        acme = shop.acme();
        agent = shop.agent();
        clock.putTo(NOON);
    }

    private void as(Runnable work) {
        shop.as(work);
    }

    private Conversation.Id begin() {
        return shops.begin(shop);
    }

    private Conversation.Id assigned() {
        return shops.assigned(shop);
    }

    private void wish(Way waiting, Way replied, LocalTime from, LocalTime until) {
        wishes.set(
                agent,
                new Wishes(
                        Way.MAIL, Way.MAIL, waiting, replied, Pace.HOURLY, from, until, Set.of()));
    }

    private List<Instant> due() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select distinct due_at from nudge order by 1")
                        .query(Instant.class)
                        .list());
    }

    /** What the worker does when the time has come. */
    private void tellAll() {
        due().forEach(at -> {
            clock.putTo(at);
            telling.handle(new TellMember(acme.organization(), agent, at));
        });
        assertThat(due()).isEmpty();
    }

    private List<Mailbox.Letter> letters() {
        return MAIL.all(shop.email());
    }

    @Test
    void tellsWhatIsGivenToSomebodyAndWhereTheyAreCalledInOneMail() {
        as(() -> {
            var id = assigned();
            post.post(id, "My name is Mette and my parcel is lost", "c-1");
            notes.write(id, acme.owner(), "@AGENT, a difficult one", "n-1");
            assigned();
            assertThat(due()).containsExactly(Instant.parse("2036-05-06T10:05:00Z"));
            tellAll();
        });

        assertThat(letters()).hasSize(1);
        var letter = letters().getFirst();
        assertThat(letter.subject()).isEqualTo("3 things for you in the inbox");
        assertThat(letter.text())
                .contains(
                        "A conversation with Robin is yours now",
                        "A note on a conversation with Robin calls you",
                        "/inbox/",
                        PAGE)
                .doesNotContain("Mette", "parcel", "difficult", "Acme owner");
    }

    @Test
    void saysNothingToWhoeverDidItThemselvesOrLooksAtTheInbox() {
        as(() -> {
            var id = begin();
            seeTo.assign(id, agent, colleagues.writer(agent));
            assertThat(due()).isEmpty();

            assigned();
            due().forEach(clock::putTo);
            presence.see(agent);
            tellAll();
        });
        assertThat(letters()).isEmpty();
    }

    @Test
    void tellsOfWhoWaitsAndWhoWroteAgainOnlyIfAsked() {
        as(() -> {
            ask.ask(begin());
            assertThat(due()).isEmpty();

            wish(Way.MAIL, Way.DIGEST, null, null);
            ask.ask(begin());
            assertThat(due()).containsExactly(Instant.parse("2036-05-06T10:05:00Z"));
            tellAll();
        });
        assertThat(letters())
                .extracting(Mailbox.Letter::subject)
                .containsExactly("Robin: somebody waits for a person");
    }

    @Test
    void gathersWhatIsWishedGathered() {
        as(() -> {
            wish(Way.NEVER, Way.DIGEST, null, null);
            for (var number = 0; number < 2; number++) {
                var id = begin();
                seeTo.move(id, new io.taros.conversation.Move.TakeOver(), colleagues.writer(agent));
                post.post(id, "Hello?", "c-1");
                post.post(id, "Are you there?", "c-2");
            }
            assertThat(due()).containsExactly(Instant.parse("2036-05-06T11:00:00Z"));
            tellAll();
        });
        assertThat(letters())
                .extracting(Mailbox.Letter::subject)
                .containsExactly("2 things for you in the inbox");
    }

    @Test
    void holdsBackWhatFallsIntoQuietHours() {
        as(() -> {
            wish(Way.NEVER, Way.NEVER, LocalTime.of(0, 0), LocalTime.of(23, 0));
            assigned();
            assertThat(due()).hasSize(1).allMatch(at -> at.isAfter(NOON.plusSeconds(3_600)));
            tellAll();
        });
        assertThat(letters()).hasSize(1);
    }

    @Test
    void tellsNobodyWhatTheyMayNotSeeAnyMoreOrWhatIsOver() {
        as(() -> {
            var id = assigned();
            seeTo.assign(id, null, colleagues.writer(acme.owner()));
            tellAll();
            assigned();
        });
        clock.putTo(NOON);
        everything.inTransaction(jdbc ->
                jdbc.sql("update member set bots = :none::uuid[] where account_id = :agent")
                        .param("none", List.of(UUID.randomUUID()))
                        .param("agent", agent)
                        .update());
        as(this::tellAll);
        assertThat(letters()).isEmpty();
    }

    @Test
    void aMemberWhoLeftIsToldNothing() {
        as(this::assigned);
        assertThat(due()).isNotEmpty();
        everything.inTransaction(jdbc ->
                jdbc.sql("delete from member where account_id = :agent")
                        .param("agent", agent)
                        .update());
        assertThat(due()).isEmpty();
    }

    @Test
    void oneClickEndsThem() throws MessagingException {
        as(() -> {
            assigned();
            tellAll();
        });
        var header = letters().getFirst().mail().getHeader("List-Unsubscribe")[0];
        var path = header.substring(1, header.length() - 1).replace(Mailbox.BASE, "");
        assertThat(
                        new Browser(port)
                                .postWithoutToken(path, "List-Unsubscribe", "One-Click")
                                .status())
                .isEqualTo(200);
        as(() -> {
            assertThat(wishes.get(agent).assigned()).isEqualTo(Way.NEVER);
            assigned();
            assertThat(due()).isEmpty();
        });
    }

    @Test
    void isChosenOnAPageOfOnesOwn() {
        clock.putTo(Instant.now());
        var me = new Browser(port);
        me.signIn(shop.email(), Tenants.PASSWORD);
        assertThat(me.get(PAGE).body()).contains("Somebody gives me a conversation");
        assertThat(me.post(PAGE, form("22:00", "07:00")).status()).isEqualTo(303);
        as(() -> {
            assertThat(wishes.get(agent).waiting()).isEqualTo(Way.DIGEST);
            assertThat(wishes.get(agent).quietUntil()).isEqualTo(LocalTime.of(7, 0));
            assertThat(wishes.get(acme.owner())).isEqualTo(Wishes.USUAL);
        });
        me.get(PAGE);
        var half = me.post(PAGE, form("22:00", ""));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("both ends", "value=\"22:00\"");
        me.get(PAGE);
        assertThat(me.post(PAGE, form("late", "07:00")).body()).contains("hours and minutes");

        var globex = shops.open("Globex");
        Tenancy.runAs(
                globex.acme().organization(),
                () -> {
                    assertThat(wishes.wanting(Occasion.WAITING)).isEmpty();
                    assertThat(wishes.get(agent)).isEqualTo(Wishes.USUAL);
                });
    }

    private static String[] form(String from, String until) {
        return new String[] {
            "assigned",
            "MAIL",
            "mentioned",
            "MAIL",
            "waiting",
            "DIGEST",
            "replied",
            "NEVER",
            "digest",
            "HOURLY",
            "quietFrom",
            from,
            "quietUntil",
            until
        };
    }
}
