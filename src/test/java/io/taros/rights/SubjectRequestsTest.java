package io.taros.rights;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Accounts;
import io.taros.bot.BotSettings;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import io.taros.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * P-39: somebody asks; the register knows when an answer is due, and whom only until it is given.
 */
@TarosTest
class SubjectRequestsTest {
    private static final String PAGE = "/settings/data-subject-requests";
    private static final String ADA = "ada@example.com";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Pattern LINK =
            Pattern.compile("/settings/data-subject-requests/([0-9a-f-]{36})");
    private static final JsonMapper JSON = new JsonMapper();

    private final Tenants tenants;
    private final Bots bots;
    private final VisitorIdentities identities;
    private final Audit audit;
    private final CrossOrganization everything;
    private final Accounts accounts;
    private final AccountCopy copy;
    private final Browser owner;
    private Tenant acme;
    private Visitor ada;

    SubjectRequestsTest(
            Tenants tenants,
            Bots bots,
            VisitorIdentities identities,
            Audit audit,
            CrossOrganization everything,
            Accounts accounts,
            AccountCopy copy,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.bots = bots;
        this.identities = identities;
        this.audit = audit;
        this.everything = everything;
        this.accounts = accounts;
        this.copy = copy;
        owner = new Browser(port);
    }

    @BeforeEach
    void adaWrote() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
        ada = visitor(acme);
        leave(ada, "Ada <b>Lovelace</b>", ADA, "+45 12 34 56 78");
    }

    @Test
    void isEmptyUntilSomebodyAsks() {
        assertThat(owner.get(PAGE).body()).contains("Nobody has asked yet");
    }

    @Test
    void refusesWhatCannotBeRecorded() {
        var tomorrow = TODAY.plusDays(2).toString();
        assertThat(record("EMAIL", "no address", TODAY.toString()).body())
                .contains("This is not an e-mail address.");
        assertThat(record("PHONE", "12", TODAY.toString()).body())
                .contains("This is not a phone number");
        assertThat(record("CONVERSATION", "x", TODAY.toString()).body())
                .contains("reference: it is a UUID");
        assertThat(record("EMAIL", "", TODAY.toString()).status()).isEqualTo(422);
        assertThat(record("EMAIL", ADA, tomorrow).body()).contains("Give the day it came in");
        assertThat(record("EMAIL", ADA, "soon").status()).isEqualTo(422);
        assertThat(record("POST", ADA, TODAY.toString()).body()).contains("Choose one of");
        assertThat(api(acme).get("/data-subject-requests").json().path("data").isEmpty()).isTrue();
    }

    @Test
    void isDueAMonthAfterItCameAndTwoLaterWithAReason() {
        var received = TODAY.minusDays(3);
        var request = opened("EMAIL", ADA, received);
        assertThat(due(request)).isEqualTo(received.plusMonths(1));

        assertThat(owner.post(PAGE + "/" + request + "/extension", "reason", "").status())
                .isEqualTo(422);
        assertThat(owner.post(PAGE + "/" + request + "/extension", "reason", "COMPLEX").status())
                .isEqualTo(303);

        assertThat(due(request)).isEqualTo(received.plusMonths(3));
        assertThat(owner.post(PAGE + "/" + request + "/extension", "reason", "MANY").status())
                .as("once")
                .isEqualTo(409);
        assertThat(waiting("RemindOfRequest")).isEqualTo(1);
    }

    @Test
    void findsByAddressNumberIdentityAndConversation() {
        var second = visitor(acme);
        identify(second, "customer-4711");
        var third = visitor(acme);
        leave(third, null, "lovelace@example.com", null);
        identify(third, "customer-4711");

        assertThat(found(opened("EMAIL", " ADA@example.com"))).isEqualTo(1);
        assertThat(found(opened("PHONE", "12345678"))).isEqualTo(1);
        assertThat(found(ofWebsite("customer-4711"))).isEqualTo(2);
        assertThat(found(opened("CONVERSATION", ada.id()))).isEqualTo(1);
        var typed = opened("EMAIL", "lovelace@example.com");
        assertThat(found(typed)).as("an address that anybody may have typed").isEqualTo(1);
        assertThat(owner.get(PAGE + "/" + typed).body())
                .contains("written by customer-4711, as your website calls them");
        assertThat(found(opened("CONVERSATION", third.id())))
                .as("whom the website named there, it named elsewhere")
                .isEqualTo(2);
        assertThat(found(opened("EMAIL", "nobody@example.com"))).isZero();
    }

    @Test
    void findsNothingOfAnotherOrganization() {
        var other = tenants.open("Other");
        var theirs = visitor(other);
        leave(theirs, "Ada", ADA, null);

        assertThat(found(opened("EMAIL", ADA))).isEqualTo(1);
        assertThat(found(opened("CONVERSATION", theirs.id()))).isZero();
        var request = opened("EMAIL", ADA);
        assertThat(api(other).get("/data-subject-requests/" + request).status()).isEqualTo(404);
        assertThat(api(other).get("/data-subject-requests/" + request + "/holdings").status())
                .isEqualTo(404);
    }

    @Test
    void isAnsweredByThoseWhoMayAndReachesBeyondNoLimit() {
        var agent = browser(tenants.member(acme.organization(), Role.AGENT));
        assertThat(agent.get(PAGE).status()).isEqualTo(403);

        var desk = browser(tenants.member(acme.organization(), Permission.SUBJECT_REQUEST_MANAGE));
        assertThat(desk.get(PAGE).status()).isEqualTo(200);
        assertThat(desk.get("/settings/legal-holds").status()).isEqualTo(403);
    }

    @Test
    void handsOverACopyOnceThatReadsEverywhereAndLoadsNothing() throws IOException {
        ada.say("My secret is <script>alert(1)</script>", "2");
        var request = opened("EMAIL", ADA);
        owner.post(PAGE + "/" + request + "/export");
        eventually(() ->
                assertThat(owner.get(PAGE + "/" + request).body())
                        .contains("The copy is ready", "Download once"));
        assertThat(plain("select sealed_bytes from subject_export_part"))
                .doesNotContain("Lovelace");

        var files =
                unzip(
                        api(acme)
                                .call(
                                        "POST",
                                        "/data-subject-requests/" + request + "/export/file",
                                        "")
                                .response()
                                .body());

        assertThat(files.keySet())
                .contains("index.html", "data.json", "schema.json", "messages.csv", "ratings.csv");
        assertThat(files.get("index.html"))
                .contains(
                        "Your data at Acme",
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "Ada &lt;b&gt;Lovelace&lt;/b&gt;",
                        "default-src 'none'")
                .doesNotContain("<script", "src=", "http-equiv=\"refresh\"", "<link", "@import");
        var data = JSON.readTree(files.get("data.json"));
        var schema = JSON.readTree(files.get("schema.json"));
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrderElementsOf(schema.path("properties").propertyNames());
        assertThat(data.path("messages").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.path("properties")
                                .path("messages")
                                .path("items")
                                .path("properties")
                                .propertyNames());
        assertThat(data.path("contact-details").get(0).path("email").asString()).isEqualTo(ADA);
        assertThat(files.get("contact-details.csv")).contains(ADA, "'+45 12 34 56 78");
        assertThat(owner.post(PAGE + "/" + request + "/export/file").status())
                .as("once")
                .isEqualTo(409);
        assertThat(count("subject_export_part")).isZero();
        assertThat(last("data-subject-request.fetched")).contains("bytes").doesNotContain(ADA);
    }

    @Test
    void correctsHowSomebodyIsReached() {
        var request = opened("EMAIL", ADA);
        var lead = leadOf(request);

        var wrong =
                owner.post(PAGE + "/" + request + "/contacts/" + lead, "email", "ada", "phone", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not an e-mail address.");
        assertThat(
                        owner.post(
                                        PAGE + "/" + request + "/contacts/" + UUID.randomUUID(),
                                        "email",
                                        ADA)
                                .status())
                .isEqualTo(404);
        assertThat(
                        owner.post(
                                        PAGE + "/" + request + "/contacts/" + lead,
                                        "name",
                                        "Ada King",
                                        "email",
                                        "king@example.com",
                                        "phone",
                                        "")
                                .status())
                .isEqualTo(303);

        assertThat(found(request)).as("not by the old address").isZero();
        assertThat(found(opened("EMAIL", "king@example.com"))).isEqualTo(1);
        assertThat(ada.call("GET", "/export", "").body())
                .contains("Ada King", "king@example.com")
                .doesNotContain("Lovelace", ADA);
    }

    @Test
    void erasesOnlyWhatWasConfirmed() {
        var request = opened("EMAIL", ADA);

        var refused = owner.post(PAGE + "/" + request + "/erasure", "confirm", "ada");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("That is not what they are found by");
        assertThat(found(request)).isEqualTo(1);
        assertThat(owner.post(PAGE + "/" + request + "/erasure", "confirm", ADA).status())
                .isEqualTo(303);

        eventually(
                () -> assertThat(owner.get(PAGE + "/" + request).body()).contains("found nowhere"));
        assertThat(ada.call("GET", "/export", "").statusCode()).isEqualTo(404);
        assertThat(owner.post(PAGE + "/" + request + "/erasure", "confirm", ADA).status())
                .isEqualTo(409);
    }

    @Test
    void forgetsWhoAskedWhenItIsClosed() {
        var request = opened("EMAIL", ADA);
        assertThat(owner.get(PAGE + "/" + request).body()).contains(ADA);

        assertThat(owner.post(PAGE + "/" + request + "/outcome", "outcome", "WITHDRAWN").status())
                .isEqualTo(303);

        assertThat(owner.get(PAGE + "/" + request).body())
                .contains("Withdrawn", "No. 1")
                .doesNotContain(ADA, "Lovelace");
        assertThat(owner.get(PAGE).body()).contains("Withdrawn").doesNotContain(ADA);
        assertThat(api(acme).get("/data-subject-requests/" + request + "/holdings").status())
                .isEqualTo(409);
        assertThat(count("subject_request where sealed_sought is not null")).isZero();
        assertThat(waiting("RemindOfRequest")).isZero();
        assertThat(owner.post(PAGE + "/" + request + "/outcome", "outcome", "DONE").status())
                .isEqualTo(409);
    }

    @Test
    void countsWhatVisitorsDoForThemselves() {
        var second = visitor(acme);

        assertThat(ada.call("GET", "/export", "").statusCode()).isEqualTo(200);
        assertThat(ada.call("GET", "/export", "").statusCode()).isEqualTo(200);
        assertThat(second.call("DELETE", "", "").statusCode()).isEqualTo(204);
        assertThat(second.call("DELETE", "", "").statusCode()).isEqualTo(404);

        assertThat(owner.get(PAGE).body())
                .contains("Chats downloaded</dt><dd>2</dd>", "Chats deleted</dt><dd>1</dd>");
    }

    @Test
    void listsByPageOverRest() {
        for (var number = 0; number < 3; number++) {
            opened("EMAIL", ADA);
        }
        var first = api(acme).get("/data-subject-requests?limit=2").json();
        assertThat(first.path("data").size()).isEqualTo(2);
        assertThat(first.path("pagination").path("hasMore").booleanValue()).isTrue();
        var cursor = first.path("pagination").path("cursor").asString();
        var second = api(acme).get("/data-subject-requests?limit=2&cursor=" + cursor).json();
        assertThat(second.path("data").get(0).path("number").asInt()).isEqualTo(1);
        assertThat(api(acme).get("/data-subject-requests?cursor=x").status()).isEqualTo(422);
    }

    @Test
    void givesWhoeverHasAnAccountACopyOfIt() throws IOException {
        var email = tenants.member(acme.organization(), Role.AGENT);
        var mine = browser(email);
        assertThat(mine.get("/account").body()).contains("href=\"/account/data\"");
        mine.get("/account/data");

        var answer = mine.post("/account/data");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/zip");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(Tenancy.callAs(OrganizationId.INSTALLATION, () -> audit.latest(20)))
                .extracting(entry -> entry.action())
                .contains("account.exported");
        var account = accounts.findByEmail(email).orElseThrow().id();
        var written = new ByteArrayOutputStream();
        copy.write(account, new MockHttpServletRequest(), "Taros", written);
        var data = JSON.readTree(unzip(written.toByteArray()).get("data.json"));
        assertThat(data.path("profile").get(0).path("email").asString()).isEqualTo(email);
        assertThat(data.path("memberships").get(0).path("organization").asString())
                .isEqualTo("Acme");
        assertThat(data.path("sessions").size()).isEqualTo(1);
        assertThat(data.path("sign-in").get(0).path("kind").asString()).isEqualTo("password");
        assertThat(data.path("audit-log").toString()).contains("account.signed-in");
        assertThat(data.toString()).doesNotContain("argon2", acme.email());
    }

    private Visitor visitor(Tenant tenant) {
        var key =
                Tenancy.callAs(
                        tenant.organization(),
                        () -> bots.add(BotSettings.named("Robin")).publicKey().value());
        var visitor = Visitor.start(owner.at("/"), key);
        visitor.replyTo(visitor.say("When are you open?", "1"));
        return visitor;
    }

    private static void leave(Visitor visitor, String name, String email, String phone) {
        var lead = new HashMap<String, Object>();
        lead.put("name", name);
        lead.put("email", email);
        lead.put("phone", phone);
        assertThat(visitor.call("POST", "/lead", JSON.writeValueAsString(lead)).statusCode())
                .isEqualTo(201);
    }

    /** Of one bot, as the website that names them has one. */
    private void identify(Visitor visitor, String subject) {
        Tenancy.runAs(
                acme.organization(),
                () ->
                        identities.add(
                                new Conversation.Id(UUID.fromString(visitor.id())),
                                new VisitorIdentity(subject, null, null)));
        sql(
                "update conversation set bot_id = (select bot_id from conversation where id = '%s') where id = '%s'"
                        .formatted(ada.id(), visitor.id()));
    }

    private Browser browser(String email) {
        var browser = new Browser(owner.at("").toString());
        browser.signIn(email, Tenants.PASSWORD);
        browser.get("/home");
        return browser;
    }

    private Browser.Page record(String by, String value, String received) {
        return owner.post(PAGE, "kind", "ACCESS", "by", by, "value", value, "received", received);
    }

    private String opened(String by, String value) {
        return opened(by, value, TODAY);
    }

    private String ofWebsite(String identity) {
        var bot =
                plain(
                        "select convert_to(bot_id::text, 'UTF8') from conversation where id = '"
                                + ada.id()
                                + "'");
        var answer =
                owner.post(
                        PAGE,
                        "kind",
                        "ACCESS",
                        "by",
                        "IDENTITY",
                        "value",
                        identity,
                        "bot",
                        bot,
                        "received",
                        TODAY.toString());
        return idIn(answer);
    }

    private String opened(String by, String value, LocalDate received) {
        return idIn(record(by, value, received.toString()));
    }

    private static String idIn(Browser.Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var link = LINK.matcher(answer.header("Location"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private int found(String request) {
        return api(acme)
                .get("/data-subject-requests/" + request + "/holdings")
                .json()
                .path("conversations")
                .asInt();
    }

    private String leadOf(String request) {
        return api(acme)
                .get("/data-subject-requests/" + request + "/holdings")
                .json()
                .path("contactDetails")
                .get(0)
                .path("id")
                .asString();
    }

    private LocalDate due(String request) {
        return LocalDate.parse(api(acme).get("/data-subject-requests/" + request).at("dueOn"));
    }

    private RestCaller api(Tenant tenant) {
        return new RestCaller(owner.at("").toString(), tenant.apiKey());
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String plain(String sql) {
        return everything.inTransaction(jdbc ->
                String.join(
                        "",
                        jdbc.sql(sql)
                                .query((row, number) ->
                                        new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                                .list()));
    }

    private long count(String table) {
        return everything.inTransaction(
                jdbc -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private long waiting(String job) {
        return count("scheduled_tasks where task_name = '" + job + "'");
    }

    private void sql(String statement) {
        everything.inTransaction(jdbc -> jdbc.sql(statement).update());
    }

    private String last(String action) {
        return Tenancy.callAs(acme.organization(), () -> audit.latest(50)).stream()
                .filter(entry -> entry.action().equals(action))
                .findFirst()
                .map(entry -> String.valueOf(entry.detail()))
                .orElseThrow();
    }
}
