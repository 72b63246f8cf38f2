package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.FindPerson;
import io.taros.conversation.Sought;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.retention.Holds;
import io.taros.platform.rights.Sightings;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** P-39: an erasure takes what it was about, however often it has to begin. */
@TarosTest
class ErasingSubjectTest {
    private static final String ADA = "ada@example.com";
    private static final String NAME = "Ada Augusta Lovelace";
    private static final int MANY = 3_000;

    private final Tenants tenants;
    private final Bots bots;
    private final FindPerson people;
    private final RequestRows rows;
    private final Holds holds;
    private final VisitorIdentities identities;
    private final Sightings sightings;
    private final InstantSource clock;
    private final CrossOrganization everything;
    private final URI installation;
    private Tenant acme;
    private Bot bot;
    private Visitor ada;

    ErasingSubjectTest(
            Tenants tenants,
            Bots bots,
            FindPerson people,
            RequestRows rows,
            Holds holds,
            VisitorIdentities identities,
            Sightings sightings,
            InstantSource clock,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.people = people;
        this.rows = rows;
        this.holds = holds;
        this.identities = identities;
        this.sightings = sightings;
        this.clock = clock;
        this.everything = everything;
        installation = URI.create("http://localhost:" + port + "/");
    }

    @BeforeEach
    void adaLeftHerName() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
        ada = Visitor.start(installation, bot.publicKey().value());
        assertThat(
                        ada.call(
                                        "POST",
                                        "/lead",
                                        new JsonMapper()
                                                .writeValueAsString(
                                                        Map.of("name", NAME, "email", ADA)))
                                .statusCode())
                .isEqualTo(201);
    }

    @Test
    void goesOnWithWhomItFoundBeforeItWasCutOff() {
        ask("Where is the parcel of " + NAME + "?");
        var request = open("email", ADA);
        var id = new SubjectRequest.Id(UUID.fromString(request));
        Tenancy.runAs(
                acme.organization(),
                () -> rows.remember(id, people.find(new Sought(Sought.By.EMAIL, ADA))));
        assertThat(ada.call("DELETE", "", "").statusCode())
                .as("as an attempt that ended after its first batch left it")
                .isEqualTo(204);

        erase(request, ADA);

        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(questions()).as("the name stood in the conversation alone").isEmpty();
        assertThat(count("subject_request where sealed_person is not null")).isZero();
    }

    @Test
    void erasesWhoeverIsOnlyNamed() {
        ask("Where is the parcel of grace@example.com?");
        ask("When are you open?");
        var request = open("email", "grace@example.com");
        assertThat(holdings(request)).contains("\"conversations\":0", "golden-questions");

        erase(request, "grace@example.com");

        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(questions()).containsExactly("When are you open?");
        var receipt = api().get("/data-subject-requests/" + request).json().path("receipt");
        assertThat(receipt.path("rows").path("golden_question").asInt()).isEqualTo(1);
        assertThat(receipt.path("searched").asInt()).isPositive();
    }

    @Test
    void leavesWhatNamesThemWhileSomethingOfThemIsHeld() {
        ask("Where is the parcel of " + NAME + "?");
        var until = clock.instant().plus(Duration.ofDays(30));
        var hold =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                holds.placeOn(
                                        List.of(UUID.fromString(ada.id())),
                                        "A claim before the court",
                                        until,
                                        null));
        var request = open("email", ADA);
        var contact = holdingsOf(request).path("contactDetails").get(0).path("id").asString();
        assertThat(
                        api().call(
                                        "PUT",
                                        "/data-subject-requests/%s/contact-details/%s"
                                                .formatted(request, contact),
                                        "{\"email\":\"other@example.com\"}")
                                .status())
                .as("corrects what a claim needs as it was")
                .isEqualTo(409);

        erase(request, ADA);

        eventually(() -> assertThat(state(request)).isEqualTo("open"));
        assertThat(questions()).hasSize(1);
        var receipt = api().get("/data-subject-requests/" + request).json().path("receipt");
        assertThat(receipt.path("held").asInt()).isEqualTo(1);
        assertThat(receipt.path("searched").asInt()).as("nothing went").isZero();

        Tenancy.runAs(acme.organization(), () -> holds.lift(hold));
        erase(request, ADA);
        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(questions()).isEmpty();
    }

    @Test
    void leavesWhoeverIsOnlyNamedWhileEverythingIsHeld() {
        ask("Where is the parcel of grace@example.com?");
        var hold =
                Tenancy.callAs(
                        acme.organization(),
                        () ->
                                holds.placeOnAll(
                                        "An inspection of the authority",
                                        clock.instant().plus(Duration.ofDays(30)),
                                        null));
        var request = open("email", "grace@example.com");
        assertThat(holdingsOf(request).path("heldUntil").isNull()).isFalse();

        erase(request, "grace@example.com");

        eventually(() -> assertThat(state(request)).isEqualTo("open"));
        assertThat(questions()).hasSize(1);
        Tenancy.runAs(acme.organization(), () -> holds.lift(hold));
        erase(request, "grace@example.com");
        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(questions()).isEmpty();
    }

    @Test
    void takesNothingOfWhoeverTypedTheirAddress() {
        var bob = Visitor.start(installation, bot.publicKey().value());
        Tenancy.runAs(
                acme.organization(),
                () ->
                        identities.add(
                                new Conversation.Id(UUID.fromString(bob.id())),
                                new VisitorIdentity(
                                        "user-of-robert", "Robert Pedersen", "bob@example.org")));
        assertThat(bob.call("POST", "/lead", "{\"email\":\"" + ADA + "\"}").statusCode())
                .isEqualTo(201);
        ask("Where is the parcel of Robert Pedersen?");
        var request = open("email", ADA);

        erase(request, ADA);

        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(questions()).containsExactly("Where is the parcel of Robert Pedersen?");
    }

    @Test
    void takesBackTheCopyOfWhoeverIsErased() {
        ask("Where is the parcel of grace@example.com?");
        var request = open("email", "grace@example.com");
        assertThat(api().post("/data-subject-requests/" + request + "/export", "{}").status())
                .isEqualTo(202);
        eventually(() ->
                assertThat(api().get("/data-subject-requests/" + request + "/export").at("state"))
                        .isEqualTo("ready"));

        erase(request, "grace@example.com");

        eventually(() -> assertThat(state(request)).isEqualTo("closed"));
        assertThat(count("subject_export")).isZero();
    }

    @Test
    void wantsToKnowWhoseUserItIs() {
        var other = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Wren")));
        var call = Map.of("kind", "access", "by", "identity", "value", "42");
        assertThat(api().post("/data-subject-requests", call).text())
                .contains("Choose the bot of the website");
        var foreign = new java.util.HashMap<String, Object>(call);
        foreign.put("bot", UUID.randomUUID().toString());
        assertThat(api().post("/data-subject-requests", foreign).status()).isEqualTo(422);
        foreign.put("bot", other.id().value().toString());
        assertThat(api().post("/data-subject-requests", foreign).status()).isEqualTo(201);
    }

    @Test
    void takesBackTheCopyOfWhoeverCouldNotProveIt() {
        var request = open("email", ADA);
        assertThat(api().post("/data-subject-requests/" + request + "/export", "{}").status())
                .isEqualTo(202);
        eventually(() ->
                assertThat(api().get("/data-subject-requests/" + request + "/export").at("state"))
                        .isEqualTo("ready"));

        assertThat(
                        api().post(
                                        "/data-subject-requests/" + request + "/outcome",
                                        Map.of("outcome", "not_proven"))
                                .status())
                .isEqualTo(200);

        assertThat(api().post("/data-subject-requests/" + request + "/export/file", "{}").status())
                .isEqualTo(404);
        assertThat(count("subject_export_part")).isZero();
    }

    @Test
    void isSearchedForWhereverItMayStandHoweverManyThereAre() {
        var request = open("email", ADA);
        var inText = UUID.randomUUID();
        everything.inTransaction(jdbc ->
                jdbc.sql("update subject_request set receipt = :text where id = :id::uuid")
                        .param("text", "{\"of\":\"" + inText + "\"}")
                        .param("id", request)
                        .update());
        var others = Stream.generate(UUID::randomUUID).limit(MANY).toList();
        var wanted = new ArrayList<>(others);
        wanted.add(inText);
        wanted.add(UUID.fromString(ada.id()));

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    assertThat(sightings.look(wanted, Set.of()).found())
                            .containsKeys("conversation", "lead", "subject_request");
                    assertThat(sightings.look(others, Set.of()).found()).isEmpty();
                    assertThat(sightings.look(List.of(), Set.of()).tables()).isZero();
                });
    }

    private void ask(String question) {
        assertThat(
                        api().post(
                                        "/bots/" + bot.id().value() + "/golden-questions",
                                        Map.of("question", question))
                                .status())
                .isEqualTo(201);
    }

    private List<String> questions() {
        var questions = new ArrayList<String>();
        api().get("/bots/" + bot.id().value() + "/golden-questions")
                .json()
                .path("data")
                .forEach(one -> questions.add(one.path("question").asString()));
        return questions;
    }

    private String open(String by, String value) {
        var opened =
                api().post(
                                "/data-subject-requests",
                                Map.of("kind", "erasure", "by", by, "value", value));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.at("id");
    }

    private void erase(String request, String confirm) {
        var begun =
                api().post(
                                "/data-subject-requests/" + request + "/erasure",
                                Map.of("confirm", confirm));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    }

    private String state(String request) {
        return api().get("/data-subject-requests/" + request).at("state");
    }

    private tools.jackson.databind.JsonNode holdingsOf(String request) {
        return api().get("/data-subject-requests/" + request + "/holdings").json();
    }

    private String holdings(String request) {
        return holdingsOf(request).toString();
    }

    private RestCaller api() {
        return new RestCaller(installation.toString().replaceAll("/$", ""), acme.apiKey());
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
}
