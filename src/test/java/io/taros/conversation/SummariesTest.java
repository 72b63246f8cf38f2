package io.taros.conversation;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.answering.Summarizing;
import io.taros.answering.model.ModelServer;
import io.taros.answering.model.Models;
import io.taros.answering.model.Protocol;
import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.ceiling.Ceilings;
import io.taros.conversation.KeptSummary.Status;
import io.taros.organization.Tenants;
import io.taros.platform.egress.Egress;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalRecords;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever takes over is told first what it is about, and no visitor ever is. */
@TarosTest
class SummariesTest {
    private static final String WANTS = "The parcel that should have come to Bornholm.";

    private final Tenants tenants;
    private final Bots bots;
    private final Conversations conversations;
    private final ConversationLog log;
    private final Restrictions restrictions;
    private final Summaries summaries;
    private final Signals signals;
    private final ForgetConversation forgetting;
    private final Jobs jobs;
    private final List<PersonalRecords> records;
    private final CrossOrganization everything;
    private final int port;
    private final ModelServer server = new ModelServer();
    private final Models models;
    private final SummarizingConversation summarizing;
    private Tenants.Tenant acme;
    private Bot bot;
    private Visitor visitor;
    private Conversation.Id id;

    SummariesTest(
            Tenants tenants,
            Bots bots,
            Conversations conversations,
            ConversationLog log,
            Restrictions restrictions,
            Summaries summaries,
            Signals signals,
            ForgetConversation forgetting,
            Jobs jobs,
            Ceilings ceilings,
            Questions questions,
            Egress egress,
            List<PersonalRecords> records,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.conversations = conversations;
        this.log = log;
        this.restrictions = restrictions;
        this.summaries = summaries;
        this.signals = signals;
        this.forgetting = forgetting;
        this.jobs = jobs;
        this.records = records;
        this.everything = everything;
        this.port = port;
        models =
                new Models(
                        Protocol.OPENAI.settings(
                                server.baseUrl(), Duration.ofSeconds(5), Duration.ofSeconds(10)),
                        InstantSource.system(),
                        egress);
        summarizing =
                new SummarizingConversation(
                        conversations,
                        log,
                        restrictions,
                        summaries,
                        new Summarizing(models),
                        bots,
                        jobs,
                        ceilings,
                        questions);
    }

    @BeforeEach
    void somebodyWaits() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        visitor = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        visitor.replyTo(visitor.say("My parcel did not come to Bornholm", "c-1"));
        visitor.call("POST", "/handover", "");
        id = new Conversation.Id(UUID.fromString(visitor.id()));
    }

    @AfterEach
    void stop() {
        models.destroy();
        server.close();
    }

    private void writes(String wants) {
        server.plays(
                ModelServer.stream(
                        Protocol.OPENAI.frames(
                                "WANTS: " + wants + "\nTRIED: Nothing yet.\nOPEN: Where it is.")));
    }

    private void summarize(boolean isAnew) {
        as(() -> {
            try {
                summarizing.handle(new SummarizeConversation(acme.organization(), id, isAnew));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void as(Runnable work) {
        Tenancy.runAs(acme.organization(), work);
    }

    private KeptSummary kept() {
        return Tenancy.callAs(acme.organization(), () -> summaries.find(id).orElseThrow());
    }

    private Browser signedIn(Role role) {
        var browser = new Browser(port);
        browser.signIn(tenants.member(acme.organization(), role), Tenants.PASSWORD);
        return browser;
    }

    @Test
    void standAboveTheConversationAndAreShownToNoVisitor() {
        writes(WANTS);
        summarize(false);

        assertThat(server.received().getFirst().body()).contains("did not come to Bornholm");
        assertThat(signedIn(Role.AGENT).get("/inbox/" + visitor.id()).body())
                .contains("By AI", WANTS, "Where it is.");
        var after = visitor.say("Are you there?", "c-2");
        try (var line = visitor.listenAfter("0")) {
            var told =
                    line.until(event ->
                            event.isReply()
                                    && event.data().path("turn").asString("").equals(after));
            assertThat(told.toString()).doesNotContain(WANTS);
        }
        assertThat(visitor.call("GET", "/export", "").body()).doesNotContain(WANTS);
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        assertThat(api.get("/conversations/" + visitor.id() + "/messages").json().toString())
                .doesNotContain(WANTS);
    }

    @Test
    void areInTheCopyOfWhomTheyAreAboutAndGoWithTheConversation() {
        writes(WANTS);
        summarize(false);

        assertThat(heldAbout()).contains(WANTS);
        assertThat(sealed()).doesNotContain("Bornholm");
        as(() -> forgetting.forget(id));
        assertThat(rows()).isZero();
    }

    private int rows() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*)::int from conversation_summary")
                        .query(Integer.class)
                        .single());
    }

    private String heldAbout() {
        var held = new StringBuilder();
        var person = new Person(List.of(id.value()), Set.of());
        as(() ->
                records.stream()
                        .flatMap(one -> one.kinds().stream())
                        .filter(kind -> kind.name().equals("summaries"))
                        .forEach(kind -> kind.reader().read(person, held::append)));
        return held.toString();
    }

    private String sealed() {
        return new String(
                everything.inTransaction(jdbc ->
                        jdbc.sql("select sealed_text from conversation_summary")
                                .query((row, number) -> row.getBytes(1))
                                .single()),
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void areWrittenOnceUntilMoreIsSaidOrSomebodyAsks() {
        writes(WANTS);
        summarize(false);
        summarize(false);
        assertThat(server.received()).hasSize(1);

        summarize(true);
        assertThat(server.received()).hasSize(2);
        visitor.replyTo(visitor.say("It was a blue one", "c-2"));
        assertThat(signedIn(Role.AGENT).get("/inbox/" + visitor.id()).body())
                .contains("more was said since");
        summarize(false);
        assertThat(server.received()).hasSize(3);
        assertThat(server.received().getLast().body()).contains("blue one");
    }

    @Test
    void areTriedAgainAndThenSaidToHaveFailed() {
        server.plays(ModelServer.status(500));
        var job = new SummarizeConversation(acme.organization(), id, false);
        as(() -> {
            assertThatThrownBy(() -> summarizing.handle(job)).isInstanceOf(IOException.class);
            assertThat(kept().status()).isEqualTo(Status.BEGUN);
            summarizing.exhausted(job, new IOException());
        });
        assertThat(kept().status()).isEqualTo(Status.FAILED);
        assertThat(kept().written()).isNull();
        assertThat(signedIn(Role.AGENT).get("/inbox/" + visitor.id()).body())
                .as("what can be told without a model")
                .contains("Picked out, not by AI", "My parcel did not come to Bornholm");

        server.forget();
        writes(WANTS);
        summarize(false);
        server.forget();
        server.plays(ModelServer.status(401));
        summarize(true);
        assertThat(kept().status()).as("refused for good").isEqualTo(Status.FAILED);
        assertThat(kept().written()).as("the one before stays").isNotNull();
    }

    @Test
    void areHeardOfAtOnce() {
        var heard = new AtomicInteger();
        var listener =
                new Signals.Listener() {
                    @Override
                    public void hear(Signal signal) {
                        heard.incrementAndGet();
                    }

                    @Override
                    public void missed() {}
                };
        signals.listen(id, listener);
        writes(WANTS);
        summarize(false);
        eventually(() -> assertThat(heard).as("begun and written").hasValue(2));
        signals.forget(id, listener);
    }

    @Test
    void arePickedOutWithoutAModel() {
        var agent = signedIn(Role.AGENT);
        var page = agent.get("/inbox/" + visitor.id()).body();
        assertThat(page)
                .contains("Picked out, not by AI", "My parcel did not come to Bornholm")
                .contains("The bot has answered nothing.")
                .doesNotContain("Summarise", "By AI");
        var refused = agent.post("/inbox/" + visitor.id() + "/summary");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("This bot has no model");
        assertThat(rows()).isZero();
    }

    @Test
    void areAskedForByThoseWhoReply() {
        var reader = signedIn(Role.ANALYST);
        reader.get("/home");
        assertThat(reader.post("/inbox/" + visitor.id() + "/summary").status()).isEqualTo(403);
        var globex = tenants.open("Globex");
        var stranger = new Browser(port);
        stranger.signIn(globex.email(), Tenants.PASSWORD);
        stranger.get("/home");
        assertThat(stranger.post("/inbox/" + visitor.id() + "/summary").status()).isEqualTo(404);
        Tenancy.runAs(globex.organization(), () -> assertThat(summaries.find(id)).isEmpty());
    }

    @Test
    void areBegunAsSoonAsSomebodyAsks() {
        writes(WANTS);
        var anew =
                new SummarizeAnew(
                        conversations, summaries, new Summarizing(models), signals, bots, jobs);
        as(() -> {
            anew.begin(id);
            assertThat(kept().status()).isEqualTo(Status.BEGUN);
        });
    }

    @Test
    void areNotMadeOfWhatIsRestricted() {
        writes(WANTS);
        as(() -> restrictions.add(UUID.randomUUID(), List.of(id.value())));
        summarize(true);
        assertThat(server.received()).isEmpty();
    }
}
