package io.taros.inbox;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.organization.Tenants;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People at work: what they see, what they do, and what of it a visitor is shown. */
@TarosTest
class InboxTest {
    private final Tenants tenants;
    private final Bots bots;
    private final CrossOrganization everything;
    private final Audit audit;
    private final List<PersonalRecords> records;
    private final int port;
    private final Browser owner;
    private Tenants.Tenant acme;
    private Bot bot;
    private Visitor visitor;

    InboxTest(
            Tenants tenants,
            Bots bots,
            CrossOrganization everything,
            Audit audit,
            List<PersonalRecords> records,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.everything = everything;
        this.audit = audit;
        this.records = records;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void somebodyWrites() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        owner.signIn(acme.email(), Tenants.PASSWORD);
        visitor = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        visitor.replyTo(visitor.say("Do you deliver to Bornholm?", "c-1"));
        owner.get(here());
    }

    private String here() {
        return "/inbox/" + visitor.id();
    }

    private String page() {
        return owner.get(here()).body();
    }

    @Test
    void aReplyTakesOverAndReachesTheVisitorUnderOneName() {
        try (var line = visitor.listen()) {
            assertThat(
                            owner.post(
                                            here() + "/replies",
                                            "text",
                                            "Yes, on Fridays.",
                                            "clientId",
                                            "p-1")
                                    .status())
                    .isEqualTo(303);
            var events =
                    line.until(event -> event.data().path("role").asString("").equals("person"));
            var state =
                    events.stream()
                            .filter(event -> event.name().equals("state"))
                            .toList()
                            .getLast();
            assertThat(state.data().path("state").asString()).isEqualTo("person");
            assertThat(state.data().at("/by/name").asString()).isEqualTo("Acme");
            var said = events.getLast().data();
            assertThat(said.path("text").asString()).isEqualTo("Yes, on Fridays.");
            assertThat(said.at("/author/name").asString()).isEqualTo("Acme");
            assertThat(said.path("ai").asBoolean()).isFalse();
            assertThat(said.toString()).doesNotContain("owner", acme.owner().toString());
        }
        assertThat(page())
                .contains("Acme took over", "Yes, on Fridays.")
                .contains("Replies do not go out by mail: this installation has no mail server.");
        assertThat(queue("MINE")).contains(visitor.id());
        assertThat(queue("BOT")).doesNotContain(visitor.id());
    }

    private String queue(String name) {
        return owner.get("/inbox/list?queue=" + name).body();
    }

    @Test
    void aNoteReachesColleaguesAndNeverTheVisitor() {
        var secret = "Skipper of the Alma, paid late in June";
        assertThat(owner.post(here() + "/notes", "text", "@Acme " + secret).status())
                .isEqualTo(303);
        assertThat(page()).contains(secret, "Calls Acme owner");
        assertThat(queue("MENTIONS")).contains(visitor.id());

        var after = visitor.say("Are you there?", "c-2");
        try (var line = visitor.listenAfter("0")) {
            var told =
                    line.until(event ->
                            event.isReply()
                                    && event.data().path("turn").asString("").equals(after));
            assertThat(told.toString()).doesNotContain("Alma");
        }
        assertThat(visitor.call("GET", "/export", "").body()).doesNotContain("Alma");
        assertThat(heldAbout(visitor.id())).contains(secret).doesNotContain("Acme owner");
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        assertThat(api.get("/conversations/" + visitor.id() + "/messages").json().toString())
                .doesNotContain("Alma");
    }

    /** What a data subject request hands over of the notes. */
    private String heldAbout(String conversation) {
        var held = new StringBuilder();
        Tenancy.runAs(
                acme.organization(),
                () ->
                        records.stream()
                                .flatMap(one -> one.kinds().stream())
                                .filter(kind -> kind.name().equals("notes"))
                                .forEach(kind ->
                                        kind.reader()
                                                .read(
                                                        new Person(
                                                                List.of(
                                                                        UUID.fromString(
                                                                                conversation)),
                                                                Set.of()),
                                                        held::append)));
        return held.toString();
    }

    @Test
    void whoeverWasSlowerReadsFirstAndLosesNoWord() {
        var colleague = colleague(Role.AGENT);
        colleague.get(here());
        owner.post(here() + "/replies", "text", "On Fridays.", "clientId", "p-1");

        var refused =
                colleague.post(
                        here() + "/replies", "text", "Not at all.", "clientId", "p-2", "seen", "2");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("A colleague replied while you were writing", "Not at all.");
        assertThat(messages()).doesNotContain("Not at all.");
    }

    private Browser colleague(Role role) {
        var browser = new Browser(port);
        browser.signIn(tenants.member(acme.organization(), role), Tenants.PASSWORD);
        return browser;
    }

    private String messages() {
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        return api.get("/conversations/" + visitor.id() + "/messages").json().toString();
    }

    @Test
    void theBotHasTheWordAgainWhenItIsGivenBack() {
        owner.post(here() + "/take-over");
        assertThat(owner.post(here() + "/hand-back").status()).isEqualTo(303);
        assertThat(page()).contains("gave it back to the bot");
        visitor.replyTo(visitor.say("And on Sundays?", "c-2"));
        assertThat(owner.post(here() + "/hand-back").status()).isEqualTo(409);
    }

    @Test
    void handsOverToAColleagueWhoMayReplyAndToNobodyElse() {
        var reader = tenants.member(acme.organization(), Role.ANALYST);
        var agent = tenants.member(acme.organization(), Role.AGENT);
        assertThat(owner.post(here() + "/assignee", "assignee", idOf(agent)).status())
                .isEqualTo(303);
        assertThat(page()).contains("assigned it to");
        assertThat(owner.post(here() + "/assignee", "assignee", idOf(reader)).status())
                .isEqualTo(422);
        var stranger = tenants.open("Globex");
        assertThat(
                        owner.post(here() + "/assignee", "assignee", stranger.owner().toString())
                                .status())
                .isEqualTo(422);
        assertThat(owner.post(here() + "/assignee", "assignee", "").status()).isEqualTo(303);
        assertThat(page()).contains("assigned it to nobody");
    }

    private String idOf(String email) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select id::text from account where lower(email) = lower(:email)")
                        .param("email", email)
                        .query(String.class)
                        .single());
    }

    @Test
    void whatIsResolvedIsClosedUntilTheVisitorSaysMore() {
        owner.post(here() + "/resolve");
        assertThat(queue("CLOSED")).contains(visitor.id());
        visitor.replyTo(visitor.say("One more thing", "c-2"));
        assertThat(queue("CLOSED")).doesNotContain(visitor.id());
        assertThat(queue("BOT")).contains(visitor.id());
        assertThat(page()).contains("The visitor came back");
    }

    @Test
    void isPutOffUntilTheVisitorSaysMore() {
        visitor.call("POST", "/handover", "");
        assertThat(queue("WAITING")).contains(visitor.id());
        assertThat(owner.post(here() + "/snooze", "hours", "3").status()).isEqualTo(303);
        assertThat(queue("WAITING")).doesNotContain(visitor.id());
        assertThat(queue("SNOOZED")).contains(visitor.id());
        visitor.say("Hello?", "c-2");
        assertThat(queue("WAITING")).contains(visitor.id());
        assertThat(owner.post(here() + "/snooze", "hours", "-1").status()).isEqualTo(422);
    }

    @Test
    void theVisitorEndsIt() {
        assertThat(visitor.call("POST", "/end", "").body()).contains("closed");
        assertThat(page()).contains("The visitor closed it", "ended by the visitor");
    }

    @Test
    void whatIsNewIsReadAfterWhatIsKnownAndIsReadThen() {
        assertThat(queue("ALL")).doesNotContain("inbox-row-unread");
        visitor.replyTo(visitor.say("And to Samsø?", "c-2"));
        assertThat(queue("ALL")).contains("inbox-row-unread");
        var news = owner.get(here() + "/entries?after=3").body();
        assertThat(news).contains("And to Samsø?").doesNotContain("Do you deliver to Bornholm?");
        assertThat(queue("ALL")).doesNotContain("inbox-row-unread");
    }

    @Test
    void aNoteIsOneNoteHoweverOftenItIsSentAndNeverAReply() {
        owner.post(here() + "/notes", "text", "Once", "clientId", "n-1");
        owner.post(here() + "/notes", "text", "Once", "clientId", "n-1");
        assertThat(page().split("message-note", -1)).hasSize(2);
        owner.post(
                here() + "/replies", "text", "Without a script", "clientId", "n-2", "kind", "note");
        assertThat(page().split("message-note", -1)).hasSize(3);
        assertThat(messages()).doesNotContain("Without a script");
    }

    @Test
    void whoeverWantsAPersonBeforeSayingAWordIsInAQueue() {
        var silent = Visitor.start(URI.create("http://localhost:" + port), bot.publicKey().value());
        silent.call("POST", "/handover", "");
        assertThat(queue("WAITING")).contains(silent.id());
        assertThat(queue("UNASSIGNED")).contains(silent.id());
    }

    @Test
    void wordsThatCannotBeSentStayWhereTheyAre() {
        assertThat(owner.post(here() + "/replies", "text", " ", "clientId", "p-1").status())
                .isEqualTo(422);
        var tooLong = owner.post(here() + "/notes", "text", "x".repeat(4_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("At most 4,000 characters", "x".repeat(4_001));
    }

    @Test
    void othersFindNothingAndReadersOnlyRead() {
        var globex = tenants.open("Globex");
        var stranger = new Browser(port);
        stranger.signIn(globex.email(), Tenants.PASSWORD);
        stranger.get("/inbox");
        for (var path :
                List.of(
                        "/replies",
                        "/notes",
                        "/take-over",
                        "/hand-back",
                        "/resolve",
                        "/spam",
                        "/typing")) {
            assertThat(stranger.post(here() + path, "text", "Hello", "clientId", "x").status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(stranger.get(here()).status()).isEqualTo(404);
        assertThat(stranger.get(here() + "/entries?after=0").status()).isEqualTo(404);
        assertThat(stranger.get("/inbox/events?conversation=" + visitor.id()).status())
                .isEqualTo(404);

        var reader = colleague(Role.ANALYST);
        assertThat(reader.get(here()).body()).doesNotContain("data-composer");
        assertThat(reader.post(here() + "/replies", "text", "Hello", "clientId", "x").status())
                .isEqualTo(403);
    }

    @Test
    void cannedRepliesAreFilledInAndKeptInTheOrganization() {
        owner.get("/inbox/canned-replies");
        owner.post(
                "/inbox/canned-replies",
                "shortcut",
                "/hello",
                "text",
                "Hi {{visitor}}, {{me}} here from {{bot}}.");
        assertThat(page()).contains("Hi, Acme here from Robin.");
        assertThat(
                        owner.post("/inbox/canned-replies", "shortcut", "hello", "text", "Again")
                                .status())
                .isEqualTo(422);
        assertThat(owner.post("/inbox/canned-replies", "shortcut", "two words", "text", "x").body())
                .contains("A name is one word");
        var globex = tenants.open("Globex");
        var stranger = new Browser(port);
        stranger.signIn(globex.email(), Tenants.PASSWORD);
        assertThat(stranger.get("/inbox/canned-replies").body()).doesNotContain("/hello");
    }

    @Test
    void programsReplyAndResolveForPeople() {
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var path = "/conversations/" + visitor.id();
        var first =
                api.post(
                        path + "/messages",
                        Map.of("text", "On Fridays.", "name", "Bo", "clientId", "z-1"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(
                        api.post(
                                        path + "/messages",
                                        Map.of(
                                                "text",
                                                "On Fridays.",
                                                "name",
                                                "Bo",
                                                "clientId",
                                                "z-1"))
                                .at("id"))
                .isEqualTo(first.at("id"));
        assertThat(api.get(path).at("state")).isEqualTo("person");
        assertThat(messages()).contains("\"author\":{\"name\":\"Bo\"}");
        assertThat(
                        api.post(path + "/moves", Map.of("move", "resolve", "name", "Bo"))
                                .at("resolution"))
                .isEqualTo("by_person");
        assertThat(api.post(path + "/moves", Map.of("move", "resolve", "name", "Bo")).status())
                .isEqualTo(409);
        assertThat(api.post(path + "/moves", Map.of("move", "vanish", "name", "Bo")).status())
                .isEqualTo(422);
        assertThat(api.post(path + "/messages", Map.of("text", "Hello")).status()).isEqualTo(422);
        assertThat(
                        new RestCaller("http://localhost:" + port, tenants.open("Globex").apiKey())
                                .post(path + "/messages", Map.of("text", "Hello", "name", "Eve"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void suggestsWhatTheKnowledgeHoldsAndShowsItToNobodyElse() {
        assertThat(owner.post(here() + "/suggestion").body()).contains("no reliable answer");
        var api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var source =
                api.post(
                                "/bots/" + bot.id().value() + "/sources",
                                Map.of(
                                        "type",
                                        "qa",
                                        "question",
                                        "Do you deliver to Bornholm?",
                                        "answer",
                                        "Yes, with the ferry on Fridays."))
                        .at("id");
        eventually(() -> assertThat(api.get("/sources/" + source).at("status")).isEqualTo("ready"));
        assertThat(owner.post(here() + "/suggestion").body())
                .contains("data-text=\"Yes, with the ferry on Fridays.\"");
        assertThat(messages()).doesNotContain("ferry");
    }

    @Test
    void whatPeopleDoIsWrittenDown() {
        owner.post(here() + "/take-over");
        owner.post(here() + "/resolve");
        var moves =
                Tenancy.callAs(acme.organization(), () -> audit.latest(10)).stream()
                        .filter(entry -> entry.action().equals("conversation.moved"))
                        .map(AuditEntry::detail)
                        .toList();
        assertThat(moves).containsExactly("{\"move\":\"resolve\"}", "{\"move\":\"take_over\"}");
    }

    @Test
    void nothingOfItIsLeftWhenTheVisitorDeletesTheChat() {
        owner.post(here() + "/notes", "text", "Remember her");
        owner.post(here() + "/take-over");
        assertThat(visitor.call("DELETE", "", "").statusCode()).isEqualTo(204);
        for (var table : List.of("note", "conversation_move", "conversation_read", "message")) {
            assertThat(
                            everything.<Long>inTransaction(jdbc ->
                                    jdbc.sql("select count(*) from " + table)
                                            .query(Long.class)
                                            .single()))
                    .as(table)
                    .isZero();
        }
        assertThat(owner.get(here()).status()).isEqualTo(404);
    }

    @Test
    void whoeverHasTheInboxOpenIsThereUnlessTheySayOtherwise() throws IOException {
        assertThat(page()).contains("away</span>");
        try (var line = owner.open("/inbox/events?conversation=" + visitor.id())) {
            assertThat(line.read()).isPositive();
            assertThat(page()).contains("there</span>");
        }
        owner.post("/inbox/presence", "away", "true");
        assertThat(page()).contains("You are away", "away</span>");
    }
}
