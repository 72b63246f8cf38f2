package io.taros.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.bot.Bot;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Lead;
import io.taros.conversation.Lead.Consent.Method;
import io.taros.conversation.LeadTaken;
import io.taros.conversation.Leads;
import io.taros.lead.LeadForm.Agreement;
import io.taros.lead.LeadForm.Field;
import io.taros.lead.LeadForm.Kind;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** P-11: what a visitor leaves is what the form asked for, and says what was agreed to. */
@TarosTest
@RecordApplicationEvents
class TakingLeadsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OFFERS = "You may send me offers.";
    private static final String TILBUD = "I må sende mig tilbud.";

    private final Tenants tenants;
    private final Bots bots;
    private final LeadForms forms;
    private final Leads leads;
    private final URI installation;
    private final int port;
    private Tenant acme;
    private Bot bot;

    TakingLeadsTest(
            Tenants tenants, Bots bots, LeadForms forms, Leads leads, @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.forms = forms;
        this.leads = leads;
        this.port = port;
        installation = URI.create("http://localhost:" + port + "/");
    }

    @BeforeEach
    void open() {
        acme = tenants.open("Acme");
        bot = Tenancy.callAs(acme.organization(), () -> bots.add(BotSettings.named("Robin")));
    }

    @Test
    void worksWithoutSetUp() {
        var config = JSON.readTree(Visitor.config(installation, bot.publicKey().value()));
        assertThat(
                        config.at("/lead/fields")
                                .valueStream()
                                .map(field -> field.path("name").asString()))
                .containsExactly("name", "email", "message");
        assertThat(config.at("/lead/fields/1/required").asBoolean()).isTrue();
        assertThat(config.at("/lead/moments").valueStream().map(JsonNode::asString))
                .containsExactly("interest", "no-answer", "out-of-hours");

        var visitor = visitor();
        assertThat(left(visitor, "email", "ada@example.com", "message", "Call me")).isEqualTo(201);

        var lead = only(visitor);
        assertThat(lead.contact())
                .isEqualTo(new Lead.Contact(null, "ada@example.com", null, "Call me"));
        assertThat(lead.given().consent()).isNull();
    }

    @Test
    void tellsWhoeverListensByIdsAlone(ApplicationEvents events) {
        var conversation = new Conversation.Id(UUID.fromString(visitor().id()));
        var contact = new Lead.Contact("Ada", "ada@example.com", null, null);

        var lead =
                Tenancy.callAs(
                        acme.organization(), () -> leads.add(conversation, Lead.Given.of(contact)));

        assertThat(events.stream(LeadTaken.class))
                .containsExactly(new LeadTaken(lead, conversation, bot.id()));
    }

    @Test
    void tellsEveryErrorBesideItsField() {
        replace(
                form(
                        Agreement.NONE,
                        new Field("name", Kind.NAME, true, Map.of(), Map.of()),
                        Field.of("email", Kind.EMAIL),
                        Field.of("phone", Kind.PHONE),
                        new Field(
                                "field1", Kind.NUMBER, false, Map.of("en", "How many?"), Map.of()),
                        new Field(
                                "field2",
                                Kind.CHOICE,
                                false,
                                Map.of("en", "Size"),
                                Map.of("en", List.of("Small", "Large"), "da", List.of("Lille")))));

        assertThat(refused("email", "ada@example.com")).isEqualTo("name: Fill this in.");
        assertThat(refused("name", "Ada"))
                .isEqualTo(
                        "email: Leave an e-mail address or a phone number, so that we can answer.");
        assertThat(refused("name", "Ada", "email", "nowhere"))
                .isEqualTo("email: Write the e-mail address like name@example.com.");
        assertThat(refused("name", "Ada", "phone", "call me"))
                .startsWith("phone: Write the phone number in digits");
        assertThat(refused("name", "Ada", "phone", "12345678", "field1", "many"))
                .startsWith("field1: Write a number");
        assertThat(refused("name", "Ada", "phone", "12345678", "field2", "Medium"))
                .isEqualTo("field2: Choose one of what is offered.");
        assertThat(refused("name", "x".repeat(201), "phone", "12345678"))
                .isEqualTo("name: The field name takes at most 200 characters.");
    }

    @Test
    void keepsAnswersWithTheQuestionsAsTheyWere() {
        replace(
                form(
                        Agreement.NONE,
                        Field.of("email", Kind.EMAIL),
                        Field.of("company", Kind.COMPANY),
                        new Field(
                                "field1",
                                Kind.NUMBER,
                                false,
                                Map.of("en", "How many?"),
                                Map.of())));
        var visitor = visitor();

        left(visitor, "email", "ada@example.com", "company", "Analytical", "field1", "12,5");
        replace(form(Agreement.NONE, Field.of("email", Kind.EMAIL)));

        assertThat(only(visitor).given().answers())
                .containsExactly(
                        new Lead.Answer("company", "Analytical"),
                        new Lead.Answer("How many?", "12,5"));
    }

    @Test
    void provesWhichWordingWasAgreedToAndWhere() {
        replace(agreeing(Map.of("en", OFFERS, "da", TILBUD), true));
        var visitor = visitor();

        assertThat(refused("email", "ada@example.com")).startsWith("consent: Tick the box first");
        assertThat(refused("email", "ada@example.com", "consent", "Send me everything."))
                .as("nobody writes their own evidence")
                .startsWith("consent: Tick the box first");
        left(
                visitor,
                "email",
                "ada@example.com",
                "consent",
                TILBUD,
                "page",
                "https://shop.example/cart?token=1");

        assertThat(only(visitor).given().consent())
                .isEqualTo(
                        new Lead.Consent(
                                TILBUD, Method.TICKED, 1, "da", "https://shop.example/cart"));
    }

    @Test
    void countsAnotherWordingAsAnotherVersionAndStillTakesTheOneThatIsOpen() {
        replace(agreeing(Map.of("en", OFFERS), false));
        replace(agreeing(Map.of("en", "You may call me about offers."), false));
        var early = visitor();
        var late = visitor();
        var none = visitor();

        left(early, "email", "ada@example.com", "consent", OFFERS);
        left(late, "email", "bob@example.com", "consent", "You may call me about offers.");
        left(none, "email", "cy@example.com");

        assertThat(only(early).given().consent()).extracting(Lead.Consent::version).isEqualTo(1);
        assertThat(only(late).given().consent()).extracting(Lead.Consent::version).isEqualTo(2);
        assertThat(only(none).given().consent()).isNull();
    }

    @Test
    void tellsWhatWasShownFromWhatAProgramSays() {
        var shown = visitor();
        var said = visitor();

        left(shown, "email", "ada@example.com", "consent", "Our privacy policy applies.");
        left(said, "phone", "12345678", "consent", "They said yes on the phone.");

        assertThat(only(shown).given().consent())
                .isEqualTo(
                        new Lead.Consent(
                                "Our privacy policy applies.", Method.SHOWN, null, "en", null));
        assertThat(only(said).given().consent())
                .extracting(Lead.Consent::method)
                .isEqualTo(Method.REPORTED);
    }

    @Test
    void isMadeOnAPageThatLosesNothing() {
        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/bot/lead-form");
        var id = bot.id().value().toString();

        var added =
                owner.post(
                        "/bot/lead-form",
                        posted(id, "add", "EMAIL", "", "TEXT", "Which boat?")
                                .toArray(String[]::new));
        assertThat(added.body()).contains("Which boat?", "not saved yet", "name=\"kind-2\"");
        var moved =
                owner.post(
                        "/bot/lead-form",
                        posted(id, "up-1", "EMAIL", "", "TEXT", "Which boat?")
                                .toArray(String[]::new));
        assertThat(moved.body().indexOf("Which boat?"))
                .isLessThan(moved.body().indexOf("value=\"EMAIL\" selected"));
        assertThat(form()).as("nothing is saved by that").isEqualTo(LeadForm.DEFAULT);

        var refused =
                owner.post(
                        "/bot/lead-form",
                        posted(id, "save", "NAME", "", "TEXT", "Which boat?")
                                .toArray(String[]::new));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Add a field for an e-mail address", "Which boat?");

        var saved =
                owner.post(
                        "/bot/lead-form",
                        posted(id, "save", "EMAIL", "", "TEXT", "Which boat?")
                                .toArray(String[]::new));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(form().fields()).extracting(Field::kind).containsExactly(Kind.EMAIL, Kind.TEXT);
        var asked = form().fields().getLast();
        assertThat(asked.labels()).containsEntry("en", "Which boat?");

        owner.post("/bot/lead-form", posted(id, "save", "EMAIL", "").toArray(String[]::new));
        owner.post(
                "/bot/lead-form",
                posted(id, "save", "EMAIL", "", "TEXT", "Which size?").toArray(String[]::new));
        assertThat(form().fields().getLast().key())
                .as("a page that is still open asks about the boat")
                .isNotEqualTo(asked.key());
    }

    @Test
    void isChangedByWhoeverMayChangeTheBot() {
        var agent = new Browser(port);
        agent.signIn(tenants.member(acme.organization(), Role.AGENT), Tenants.PASSWORD);
        assertThat(agent.get("/bot/lead-form").status()).isEqualTo(200);

        var answer =
                agent.post(
                        "/bot/lead-form",
                        posted(bot.id().value().toString(), "save", "EMAIL", "")
                                .toArray(String[]::new));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void keepsTheOtherLanguagesOfWhatIsChangedInOne() {
        var labels = new LinkedHashMap<>(Map.of("en", "Which boat?"));
        labels.put("da", "Hvilken båd?");
        replace(
                form(
                        Agreement.NONE,
                        Field.of("email", Kind.EMAIL),
                        new Field("field1", Kind.TEXT, false, labels, Map.of())));

        var owner = new Browser(port);
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get("/bot/lead-form?language=da");
        owner.post(
                "/bot/lead-form",
                "bot",
                bot.id().value().toString(),
                "language",
                "da",
                "act",
                "save",
                "kind-0",
                "EMAIL",
                "key-1",
                "field1",
                "kind-1",
                "TEXT",
                "label-1",
                "Hvilken jolle?");

        assertThat(form().fields().getLast().labels())
                .containsExactly(Map.entry("en", "Which boat?"), Map.entry("da", "Hvilken jolle?"));
    }

    private List<String> posted(String bot, String act, String... kindsAndLabels) {
        var fields = new java.util.ArrayList<>(List.of("bot", bot, "language", "en", "act", act));
        for (var i = 0; i + 1 < kindsAndLabels.length; i += 2) {
            fields.addAll(List.of("kind-" + i / 2, kindsAndLabels[i]));
            fields.addAll(List.of("label-" + i / 2, kindsAndLabels[i + 1]));
        }
        return fields;
    }

    private LeadForm form() {
        return Tenancy.callAs(acme.organization(), () -> forms.of(bot.id()));
    }

    private void replace(LeadForm form) {
        Tenancy.runAs(acme.organization(), () -> forms.replace(bot.id(), form));
    }

    private static LeadForm form(Agreement consent, Field... fields) {
        return new LeadForm(List.of(fields), EnumSet.allOf(LeadMoment.class), consent, Map.of());
    }

    private static LeadForm agreeing(Map<String, String> wordings, boolean isRequired) {
        return form(new Agreement(wordings, isRequired), Field.of("email", Kind.EMAIL));
    }

    private Visitor visitor() {
        return Visitor.start(installation, bot.publicKey().value());
    }

    private static int left(Visitor visitor, String... values) {
        return visitor.call("POST", "/lead", body(values)).statusCode();
    }

    private String refused(String... values) {
        var answer = visitor().call("POST", "/lead", body(values));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        var problem = JSON.readTree(answer.body());
        return problem.path("field").asString() + ": " + problem.path("detail").asString();
    }

    private static String body(String... values) {
        var body = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < values.length; i += 2) {
            body.put(values[i], values[i + 1]);
        }
        return JSON.writeValueAsString(body);
    }

    private Lead only(Visitor visitor) {
        var id = new Conversation.Id(UUID.fromString(visitor.id()));
        var found = Tenancy.callAs(acme.organization(), () -> leads.list(id));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
