package io.taros.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.RetentionDays;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** P-39: what somebody wants restricted is kept, and nothing else is done with it (Art. 18). */
@TarosTest
class RestrictionTest {
    private static final String REQUESTS = "/data-subject-requests";
    private static final String ADA = "ada@example.com";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    private final Tenants tenants;
    private final Audit audit;
    private final RetentionDays days;
    private final int port;
    private Tenant acme;
    private RestCaller api;
    private String bot;
    private Visitor ada;
    private Visitor other;

    RestrictionTest(Tenants tenants, Audit audit, RetentionDays days, @LocalServerPort int port) {
        this.tenants = tenants;
        this.audit = audit;
        this.days = days;
        this.port = port;
    }

    @BeforeEach
    void twoVisitorsAsk() {
        acme = tenants.open("Acme");
        api = new RestCaller("http://localhost:" + port, acme.apiKey());
        var opened = api.post("/bots", Map.of("name", "Robin"));
        bot = opened.at("id");
        ada = visitor(opened.at("publicKey"), "What is the name of your dog?");
        other = visitor(opened.at("publicKey"), "Do you ship parcels to Greenland?");
        assertThat(
                        ada.call("POST", "/lead", JSON.writeValueAsString(Map.of("email", ADA)))
                                .statusCode())
                .isEqualTo(201);
    }

    private Visitor visitor(String key, String question) {
        var visitor = Visitor.start(URI.create("http://localhost:" + port), key);
        visitor.replyTo(visitor.say(question, "1"));
        return visitor;
    }

    private String opened(String kind) {
        return api.post(
                        REQUESTS,
                        Map.of(
                                "kind",
                                kind,
                                "by",
                                "email",
                                "value",
                                ADA,
                                "receivedOn",
                                TODAY.toString()))
                .at("id");
    }

    private String restricted() {
        var request = opened("restriction");
        var answer = api.post(REQUESTS + "/" + request + "/restriction", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.at("restrictedSince")).isNotBlank();
        return request;
    }

    private RestCaller.Answer lift(String request, String told) {
        return api.call("DELETE", REQUESTS + "/" + request + "/restriction?told=" + told, "");
    }

    private List<String> listed() {
        return api.get("/bots/" + bot + "/conversations")
                .json()
                .path("data")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private List<String> unanswered() {
        return api.get("/bots/" + bot + "/unanswered-questions")
                .json()
                .path("data")
                .valueStream()
                .map(one -> one.path("question").asString())
                .toList();
    }

    private Browser browser(String email) {
        var browser = new Browser(port);
        browser.signIn(email, Tenants.PASSWORD);
        return browser;
    }

    private long times(String action) {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .count();
    }

    @Test
    void takesConversationsOffEveryListAndOutOfWhatIsLearnedFrom() {
        assertThat(listed()).containsExactlyInAnyOrder(ada.id(), other.id());
        assertThat(unanswered()).hasSize(2);

        restricted();

        assertThat(listed()).containsExactly(other.id());
        assertThat(unanswered()).containsExactly("Do you ship parcels to Greenland?");
        assertThat(browser(acme.email()).get("/inbox?queue=ALL&bot=" + bot).body())
                .contains("Greenland")
                .doesNotContain("your dog");
    }

    @Test
    void opensWithAMarkToWhoeverAnswersRequestsAndSaysSo() {
        var agent = browser(tenants.member(acme.organization(), Role.AGENT));
        var owner = browser(acme.email());
        var reader =
                new RestCaller(
                        "http://localhost:" + port,
                        tenants.key(acme.organization(), List.of("conversations:read")));
        var page = "/inbox/" + ada.id();
        assertThat(agent.get(page).status()).isEqualTo(200);

        restricted();

        assertThat(agent.get(page).status()).isEqualTo(404);
        assertThat(reader.get("/conversations/" + ada.id() + "/messages").status()).isEqualTo(404);
        assertThat(reader.get("/conversations/" + other.id() + "/messages").status())
                .isEqualTo(200);
        assertThat(times("conversation.restricted-read")).isZero();
        assertThat(owner.get(page).body())
                .contains("Restricted: the person asked for it", "your dog")
                .doesNotContain("/knowledge/unanswered/", "/test/golden-questions/from/");
        assertThat(times("conversation.restricted-read")).isEqualTo(1);
    }

    /** Not even by those who may look. */
    @Test
    void letsNothingBeDoneWithItInTheInbox() {
        var agent = browser(tenants.member(acme.organization(), Role.AGENT));
        var owner = browser(acme.email());
        agent.get("/inbox");
        owner.get("/inbox");
        var thread = "/inbox/" + ada.id();

        restricted();

        for (var action : List.of("/take-over", "/replies", "/notes", "/suggestion", "/resolve")) {
            assertThat(agent.post(thread + action).status()).as(action).isEqualTo(404);
            assertThat(owner.post(thread + action).status()).as(action).isEqualTo(409);
        }
        assertThat(agent.get(thread + "/entries?after=0").status()).isEqualTo(404);
        assertThat(agent.get("/inbox/events?conversation=" + ada.id()).status()).isEqualTo(404);
    }

    /** Neither answers nor golden questions, from an address that somebody kept. */
    @Test
    void letsNothingBeMadeOfIt() {
        var question =
                api.get("/bots/" + bot + "/unanswered-questions")
                        .json()
                        .path("data")
                        .valueStream()
                        .filter(one -> one.path("question").asString().contains("your dog"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        var owner = browser(acme.email());
        assertThat(owner.get("/knowledge/unanswered/" + question).status()).isEqualTo(200);

        restricted();

        assertThat(owner.get("/knowledge/unanswered/" + question).status()).isEqualTo(404);
        assertThat(owner.get("/test/golden-questions/from/" + question).status()).isEqualTo(404);
    }

    /** It is there to be kept: what is over goes with the first night after it is lifted. */
    @Test
    void keepsWhatWouldBeOverUntilItIsLifted() {
        var request = restricted();

        days.come(TODAY.plusDays(120));

        assertThat(browser(acme.email()).get("/inbox/" + ada.id()).status()).isEqualTo(200);
        assertThat(listed()).as("the other is over").isEmpty();
        assertThat(api.call("DELETE", "/bots/" + bot, "").status()).isEqualTo(409);
        assertThat(lift(request, TODAY.toString()).status()).isEqualTo(200);
        days.come(TODAY.plusDays(120));
        assertThat(browser(acme.email()).get("/inbox/" + ada.id()).status()).isEqualTo(404);
    }

    /** Art. 18(3): before it is lifted the person is told. */
    @Test
    void isLiftedWhenThePersonWasToldAlsoAfterTheRequestIsClosed() {
        var request = restricted();
        var owner = browser(acme.email());
        var page = "/settings/data-subject-requests/" + request;
        assertThat(owner.get(page).body()).contains("1 conversation restricted since");
        assertThat(owner.post(page + "/outcome", "outcome", "WITHDRAWN").status())
                .as("it is in force")
                .isEqualTo(409);
        assertThat(owner.post(page + "/outcome", "outcome", "DONE").status()).isEqualTo(303);

        assertThat(owner.post(page + "/restriction/end").body())
                .contains("Give the day on which you told the person");
        assertThat(lift(request, TODAY.minusDays(1).toString()).status()).isEqualTo(422);
        assertThat(lift(request, TODAY.plusDays(2).toString()).status()).isEqualTo(422);
        assertThat(listed()).containsExactly(other.id());

        assertThat(owner.post(page + "/restriction/end", "told", TODAY.toString()).status())
                .isEqualTo(303);
        assertThat(listed()).containsExactlyInAnyOrder(ada.id(), other.id());
        assertThat(times("data-subject-request.restriction-lifted")).isEqualTo(1);
        assertThat(lift(request, TODAY.toString()).status()).as("once").isEqualTo(404);
    }

    @Test
    void staysForWhatAnotherRequestRestrictsToo() {
        var first = restricted();
        var second = restricted();

        assertThat(lift(first, TODAY.toString()).status()).isEqualTo(200);

        assertThat(listed()).containsExactly(other.id());
        assertThat(lift(second, TODAY.toString()).status()).isEqualTo(200);
        assertThat(listed()).hasSize(2);
    }

    @Test
    void isForRequestsThatMeanItAndForNobodyElses() {
        var access = opened("access");
        assertThat(api.post(REQUESTS + "/" + access + "/restriction", Map.of()).status())
                .isEqualTo(404);
        var stranger = new RestCaller("http://localhost:" + port, tenants.open("Other").apiKey());
        assertThat(stranger.post(REQUESTS + "/" + restricted() + "/restriction", Map.of()).status())
                .isEqualTo(404);
        assertThat(
                        stranger.call(
                                        "DELETE",
                                        REQUESTS + "/" + UUID.randomUUID() + "/restriction",
                                        "")
                                .status())
                .isEqualTo(404);
    }

    /** It is theirs, restricted or not. */
    @Test
    void leavesTheVisitorTheirOwnConversation() {
        restricted();

        ada.replyTo(ada.say("And of your cat?", "2"));
        assertThat(ada.call("GET", "/export", "").statusCode()).isEqualTo(200);
        assertThat(listed()).containsExactly(other.id());
        assertThat(ada.call("DELETE", "", "").statusCode()).isEqualTo(204);
    }
}
