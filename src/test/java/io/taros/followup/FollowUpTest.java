package io.taros.followup;

import static io.taros.account.AccountTest.HANDOVER;
import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Actor;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.Move;
import io.taros.conversation.Resolution;
import io.taros.organization.Tenants;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.Mailbox;
import io.taros.testing.MovedClock;
import io.taros.testing.RestCaller;
import io.taros.testing.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.unit.DataSize;

/** A conversation goes on by mail: what leaves, what comes back, and what never does. */
@AccountTest
class FollowUpTest {
    private static final String ADA = "ada@tidewater.example";

    /** As the visitor wrote it. */
    private static final String ADDRESS = "Ada@Tidewater.example";

    private static final String SUBJECT = "A reply to you from Robin";

    private final Tenants tenants;
    private final Bots bots;
    private final PeopleAtWork world;
    private final MailSides sides;
    private final MovedClock clock;
    private final URI installation;
    private final Browser anybody;
    private OrganizationId acme;
    private Bot bot;
    private Visitor visitor;
    private int mails;

    FollowUpTest(
            Tenants tenants,
            Bots bots,
            PeopleAtWork world,
            MailSides sides,
            MovedClock clock,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.world = world;
        this.sides = sides;
        this.clock = clock;
        installation = URI.create("http://localhost:" + port);
        anybody = new Browser(port);
    }

    @BeforeEach
    void somebodyAskedAndLeft() {
        MAIL.empty();
        acme = tenants.open("Acme").organization();
        bot = Tenancy.callAs(acme, () -> bots.add(BotSettings.named("Robin")));
        visitor = chat("Do you deliver to <b>Bornholm</b>?");
        visitor.call("POST", "/lead", "{\"email\":\"Ada@Tidewater.example\"}");
    }

    private Visitor chat(String question) {
        var somebody =
                Visitor.start(installation, bot.publicKey().value(), Map.of("language", "en"));
        somebody.replyTo(somebody.say(question, "c-1"));
        return somebody;
    }

    private Conversation.Id id() {
        return new Conversation.Id(UUID.fromString(visitor.id()));
    }

    private <T> T here(Supplier<T> work) {
        return Tenancy.callAs(acme, work::get);
    }

    private List<Message> said() {
        return here(() -> world.transcripts().get(id()).messages());
    }

    /** A person writes; says at which place. */
    private long reply(String text) {
        var name = UUID.randomUUID().toString();
        here(() ->
                world.reply()
                        .reply(id(), new Actor.Person(null, "Freja"), text, name, Long.MAX_VALUE));
        return said().getLast().sequence();
    }

    /** Two minutes later. */
    private void follow(long place) {
        Tenancy.runAs(acme, () -> sides.out().handle(new SendFollowUp(acme, id(), place)));
    }

    private Mailbox.Letter mailed(String text) {
        follow(reply(text));
        assertThat(MAIL.all(ADDRESS)).hasSize(++mails);
        return MAIL.all(ADDRESS).getLast();
    }

    private static String replyAddress(Mailbox.Letter letter) throws Exception {
        return letter.mail().getReplyTo()[0].toString();
    }

    private static byte[] answer(String from, String to, String id, String text) {
        return """
        From: Ada Lund <%s>
        To: %s
        Subject: Re: %s
        Message-ID: <%s@tidewater.example>
        Content-Type: text/plain; charset=utf-8

        %s

        On Fri, 27 Nov 2026 at 10:12, Freja <taros@fjord.example> wrote:

        > ##- write above this line -##
        > We deliver on Fridays.
        """
                .formatted(from, to, SUBJECT, id, text)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> byMail() {
        return said().stream().filter(Message::isByMail).map(Message::text).toList();
    }

    private Conversation.State state() {
        return here(() -> world.conversations().get(id()).state());
    }

    @Test
    void carriesRepliesToWhoeverIsAwayOnceAndTogether() throws Exception {
        here(() -> {
            world.notes()
                    .add(
                            id(),
                            new Actor.Person(null, "Freja"),
                            "Paid late in June",
                            List.of(),
                            "n-1");
            return true;
        });
        var first = reply("We deliver on Fridays.");
        var second = reply("With the boat at {0} o'clock.");

        follow(first);
        assertThat(MAIL.all(ADDRESS)).as("another is on its way").isEmpty();
        follow(second);
        follow(second);
        follow(first);

        var letters = MAIL.all(ADDRESS);
        assertThat(letters).hasSize(1);
        var mail = letters.getFirst().mail();
        assertThat(letters.getFirst().subject()).isEqualTo(SUBJECT);
        assertThat(letters.getFirst().text())
                .contains("Freja:", "We deliver on Fridays.", "With the boat at {0} o'clock.")
                .contains("> Do you deliver to <b>Bornholm</b>?", "Answer this mail")
                .startsWith("##- write above this line -##")
                .doesNotContain("Paid late");
        assertThat(mail.getFrom()[0]).hasToString("Freja <taros@fjord.example>");
        assertThat(replyAddress(letters.getFirst()))
                .matches("reply\\+[0-9a-v]{52}@fjord\\.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(here(() -> world.audit().latest(50)))
                .extracting(AuditEntry::action)
                .contains("conversation.followup-sent");

        follow(reply("On Sundays, too."));

        var next = MAIL.all(ADDRESS).getLast();
        assertThat(next.text()).contains("On Sundays").doesNotContain("We deliver on Fridays");
        assertThat(next.mail().getHeader("In-Reply-To")).containsExactly(mail.getMessageID());
        assertThat(next.mail().getMessageID()).isNotEqualTo(mail.getMessageID());
        var following = here(() -> sides.followUps().following(id()));
        assertThat(following.way()).isEqualTo(Following.Way.BOTH_WAYS);
        assertThat(following.mailedAt()).isNotNull();
    }

    @Test
    void keepsNobodyWaitingWhoIsWrittenToOnAndOn() {
        var first = reply("One moment.");
        clock.putTo(Instant.now().plus(Duration.ofMinutes(11)));
        reply("Still looking.");

        follow(first);

        assertThat(MAIL.all(ADDRESS)).hasSize(1);
    }

    @Test
    void leavesAloneWhoeverSawItOrWroteOn() {
        var place = reply("We deliver on Fridays.");
        assertThat(visitor.call("POST", "/seen", "{\"sequence\":%d}".formatted(place)).statusCode())
                .isEqualTo(204);
        follow(place);
        assertThat(visitor.call("POST", "/seen", "{\"sequence\":999999}").statusCode())
                .isEqualTo(204);
        var later = reply("And on Sundays.");
        assertThat(visitor.post("Thank you", "c-2").statusCode()).isEqualTo(202);
        follow(later);

        assertThat(MAIL.all(ADDRESS)).isEmpty();

        mailed("What is not said yet, nobody has seen.");
    }

    @Test
    void writesToNobodyWhoLeftNoAddress() {
        visitor = chat("Do you deliver to Bornholm?");

        follow(reply("We deliver on Fridays."));

        assertThat(MAIL.all(ADDRESS)).isEmpty();
        assertThat(here(() -> sides.followUps().following(id())).way())
                .isEqualTo(Following.Way.NO_ADDRESS);
    }

    @Test
    void speaksTheLanguageThatTheVisitorWrites() {
        visitor = chat("Leverer I til Bornholm, og hvad koster det?");
        visitor.call("POST", "/lead", "{\"email\":\"Ada@Tidewater.example\"}");

        var letter = mailed("Vi leverer om fredagen.");

        assertThat(letter.subject()).isEqualTo("Et svar til dig fra Robin");
        assertThat(letter.text()).contains("Du skrev:", "Svar på denne mail", "skriv over denne");
    }

    @Test
    void saysSoWhereAnswersAreNotRead() {
        mailed("We deliver on Fridays.");
        var deaf = new InboundSettings(null, null, DataSize.ofMegabytes(1));
        var letters = new FollowUpMails(sides.branding(), sides.texts(), new ReplyAddresses(deaf));

        var mail =
                here(() ->
                        letters.of(
                                sides.threads().find(id()).orElseThrow(),
                                ADDRESS,
                                Unread.of(said(), 0, 0),
                                world.conversations().get(id()),
                                bot));

        assertThat(mail.text())
                .contains("Answers to this mail are not read. Write in the chat instead.")
                .doesNotContain("##-", "Answer this mail");
        assertThat(mail.thread().replyTo()).isNull();
    }

    @Test
    void linksToNoPageButTheBotsOwnWebsites() {
        var key = tenants.open("Globex");
        acme = key.organization();
        var api = new RestCaller(installation.toString(), key.apiKey());
        var origins = List.of("https://shop.example");
        var added = api.post("/bots", Map.of("name", "Robin", "allowedOrigins", origins));
        bot = here(() -> bots.get(new Bot.Id(UUID.fromString(added.at("id")))));

        assertThat(mailedFrom("https://shop.example/boats")).contains("https://shop.example/boats");
        assertThat(mailedFrom("https://shop.example.evil.example/"))
                .contains("We deliver on Fridays.")
                .doesNotContain("evil");
    }

    private String mailedFrom(String page) {
        visitor =
                Visitor.start(
                        installation,
                        bot.publicKey().value(),
                        Map.of("language", "en", "page", page));
        visitor.replyTo(visitor.say("Do you deliver?", "c-1"));
        visitor.call("POST", "/lead", "{\"email\":\"Ada@Tidewater.example\"}");
        return mailed("We deliver on Fridays.").text();
    }

    @Test
    void bringsTheAnswerBackOnce() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));
        var raw = answer(ADA, to, "1", "Friday is fine.");
        assertThat(sides.take().take(raw)).isEqualTo(TakeMail.Outcome.TAKEN);

        MAIL.answer(raw);
        MAIL.answer(raw);
        sides.in().look();
        sides.in().look();

        assertThat(byMail())
                .as("taken before the server died, and twice in the mailbox")
                .containsExactly("Friday is fine.");
        assertThat(MAIL.answers()).isZero();
        assertThat(state()).isEqualTo(Conversation.State.PERSON);

        var next = mailed("See you then.");
        assertThat(replyAddress(next)).isEqualTo(to);
        assertThat(next.text()).contains("> Friday is fine.");
        var other = answer(ADA, to, "1", "In other words.");
        assertThat(sides.take().take(other)).isEqualTo(TakeMail.Outcome.REPEATED);
    }

    @Test
    void leavesOtherMailInTheMailbox() {
        MAIL.answer(answer(ADA, Mailbox.REPLIES, "2", "Hello?"));
        MAIL.answer("no mail at all".getBytes(StandardCharsets.UTF_8));

        sides.in().look();

        assertThat(MAIL.answers()).isEqualTo(2);
    }

    @Test
    void wakesWhatWasOverForPeople() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));
        here(() -> {
            var resolved = new Move.Resolve(Resolution.BY_PERSON);
            world.see().move(id(), resolved, new Actor.Person(null, "Freja"));
            return true;
        });

        sides.take().take(answer(ADA, to, "3", "And on Sundays?"));

        assertThat(byMail()).containsExactly("And on Sundays?");
        assertThat(state()).isEqualTo(Conversation.State.WAITING);
    }

    @Test
    void tellsTheTeamWhatAnotherAddressAnswered() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));

        var raw = answer("eve@evil.example", to, "4", "Send it to me instead.");
        assertThat(sides.take().take(raw)).isEqualTo(TakeMail.Outcome.NOTED);
        sides.take().take(raw);

        assertThat(byMail()).isEmpty();
        var notes = here(() -> world.notes().list(id(), 0));
        assertThat(notes).hasSize(1);
        assertThat(notes.getFirst().text())
                .contains("eve@evil.example", "Send it to me instead.")
                .contains("may not be the visitor");
        follow(reply("See you."));
        assertThat(MAIL.all(ADDRESS).getLast().text()).doesNotContain("evil");
    }

    @Test
    void takesNothingThatIsForgedAutomaticOrLate() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));
        var token = to.substring(6, 58);
        var forged = to.replace(token, token.substring(0, 51) + (token.endsWith("0") ? "1" : "0"));
        var globex = tenants.open("Globex").organization();
        var secret = sides.addresses().find(to).orElseThrow().secret();
        var foreign = Tenancy.callAs(globex, () -> sides.addresses().of(secret).orElseThrow());

        assertThat(sides.take().take(answer(ADA, forged, "5", "Hello")))
                .isEqualTo(TakeMail.Outcome.UNKNOWN);
        assertThat(sides.take().take(answer(ADA, foreign, "5", "Hello")))
                .isEqualTo(TakeMail.Outcome.UNKNOWN);
        var automatic =
                new String(answer(ADA, to, "5", "I am away"), StandardCharsets.UTF_8)
                        .replace("Subject:", "Auto-Submitted: auto-replied\r\nSubject:");
        assertThat(sides.take().take(automatic.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(TakeMail.Outcome.AUTOMATIC);
        assertThat(sides.take().take(answer(ADA, to, "5", ""))).isEqualTo(TakeMail.Outcome.EMPTY);
        clock.putTo(Instant.now().plus(MailThread.VALID).plus(Duration.ofMinutes(1)));
        assertThat(sides.take().take(answer(ADA, to, "5", "Hello")))
                .isEqualTo(TakeMail.Outcome.EXPIRED);

        assertThat(byMail()).isEmpty();
        assertThat(here(() -> sides.followUps().following(id())).refused()).isEqualTo(3);
    }

    @Test
    void keepsToItselfWhatIsRestrictedSuspendedOrDeleted() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));
        var place = reply("And on Sundays.");
        var request = UUID.randomUUID();
        here(() -> {
            world.restrictions().add(request, List.of(id().value()));
            return true;
        });
        follow(place);
        assertThat(sides.take().take(answer(ADA, to, "6", "Hello")))
                .isEqualTo(TakeMail.Outcome.RESTRICTED);
        here(() -> {
            world.restrictions().lift(request);
            return world.standing().suspend();
        });
        follow(place);
        assertThat(sides.take().take(answer(ADA, to, "6", "Hello")))
                .isEqualTo(TakeMail.Outcome.UNSERVED);
        here(() -> world.standing().resume());

        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);

        follow(place);
        assertThat(sides.take().take(answer(ADA, to, "6", "Hello")))
                .isEqualTo(TakeMail.Outcome.UNKNOWN);
        assertThat(here(() -> sides.threads().find(id()))).isEmpty();
        assertThat(MAIL.all(ADDRESS)).hasSize(1);
    }

    @Test
    void stopsWithOneClickOfTheMailProgram() throws Exception {
        var letter = mailed("We deliver on Fridays.");
        var header = letter.mail().getHeader("List-Unsubscribe")[0];
        var path = header.substring(1, header.length() - 1).replace(Mailbox.BASE, "");
        assertThat(letter.text()).contains(path);

        var page = anybody.get(path);
        assertThat(page.body()).contains("No more mails about this conversation?");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(here(() -> sides.followUps().following(id())).way())
                .as("opening the link changes nothing")
                .isEqualTo(Following.Way.BOTH_WAYS);
        var clicked =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(installation.resolve(path))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "List-Unsubscribe=One-Click"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(clicked.statusCode()).isEqualTo(200);
        assertThat(clicked.body()).contains("You get no more mails");

        follow(reply("And on Sundays."));

        assertThat(MAIL.all(ADDRESS)).hasSize(1);
        assertThat(here(() -> sides.followUps().following(id())).way())
                .isEqualTo(Following.Way.STOPPED);
        assertThat(anybody.get(path.replaceAll("/mail/.*", "/mail/guessed")).body())
                .contains("This link does not work any more");
    }

    private HttpResponse<String> hand(String secret, byte[] mail) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(installation.resolve("/api/v1/mail/inbound"))
                                .header("Content-Type", "message/rfc822")
                                .header("Authorization", "Bearer " + secret)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(mail))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void isHandedOverByAMailServerThatKnowsTheSecret() throws Exception {
        var to = replyAddress(mailed("We deliver on Fridays."));
        var raw = answer(ADA, to, "7", "Friday is fine.");

        assertThat(hand("guessed", raw).statusCode()).isEqualTo(403);
        assertThat(byMail()).isEmpty();
        assertThat(hand(HANDOVER, raw).body()).isEqualTo("{\"outcome\":\"taken\"}");
        assertThat(hand(HANDOVER, raw).body()).isEqualTo("{\"outcome\":\"taken\"}");
        assertThat(byMail()).containsExactly("Friday is fine.");
        assertThat(hand(HANDOVER, new byte[10 * 1024 * 1024 + 1]).statusCode()).isEqualTo(413);
        var statuses = new java.util.TreeSet<Integer>();
        for (var times = 0; times < 25; times++) {
            statuses.add(hand(HANDOVER, answer(ADA, to, "8" + times, "Again")).statusCode());
        }
        assertThat(statuses).as("a flood is told to come later").containsExactly(200, 429);
    }
}
