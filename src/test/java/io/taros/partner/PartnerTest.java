package io.taros.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.RestCaller;
import io.taros.testing.TarosTest;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * P-01, P-02: one organization manages others. What it may do there, what it never sees, and what
 * they may do about it.
 */
@TarosTest
class PartnerTest {
    private static final Pattern LINK = Pattern.compile("/invitations/invitation_[\\w-]{66}");

    private final Tenants tenants;
    private final PartnerCommand command;
    private final Clients clients;
    private final Members members;
    private final Audit audit;
    private final CrossOrganization everything;
    private final int port;
    private final Browser partner;
    private final Browser owner;
    private Tenant agency;
    private OrganizationId client;
    private String here;

    PartnerTest(
            Tenants tenants,
            PartnerCommand command,
            Clients clients,
            Members members,
            Audit audit,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.command = command;
        this.clients = clients;
        this.members = members;
        this.audit = audit;
        this.everything = everything;
        this.port = port;
        partner = new Browser(port);
        owner = new Browser(port);
    }

    @BeforeEach
    void anAgencyManagesTidewater() {
        agency = tenants.open("Agency");
        certify(agency);
        partner.signIn(agency.email(), Tenants.PASSWORD);
        client = open(partner, "Tidewater");
        here = "/partner/clients/" + client;
    }

    @Test
    void isWhoeverTheOperatorCertified() {
        var acme = tenants.open("Acme");
        var browser = new Browser(port);
        browser.signIn(acme.email(), Tenants.PASSWORD);
        assertThat(browser.get("/home").body()).doesNotContain("href=\"/partner\"");
        assertThat(browser.get("/partner").status()).isEqualTo(404);
        assertThat(browser.post("/partner/clients", "organization", "X").status()).isEqualTo(404);
        assertThat(run("--organization", UUID.randomUUID().toString())).isEqualTo(2);
        assertThat(run("--organization", "nonsense")).isEqualTo(2);

        certify(acme);

        assertThat(browser.get("/home").body()).contains("href=\"/partner\"");
        assertThat(browser.get("/partner").status()).isEqualTo(200);
        assertThat(entry(acme.organization(), "partner.certified").actorKind())
                .isEqualTo(ActorKind.OPERATOR);

        assertThat(run("--organization", acme.organization().toString(), "--revoke")).isZero();

        assertThat(browser.get("/partner").status()).isEqualTo(404);
        assertThat(actions(acme.organization())).contains("partner.certification-revoked");
    }

    @Test
    void opensAClientAndInvitesItsOwner() {
        assertThat(partner.get("/partner").body()).contains("Tidewater", "Active");
        assertThat(entry(client, "client.opened").actorKind()).isEqualTo(ActorKind.PARTNER);
        assertThat(entry(client, "organization.opened").actorKind()).isEqualTo(ActorKind.PARTNER);
        assertThat(entry(agency.organization(), "client.opened").actorKind())
                .isEqualTo(ActorKind.MEMBER);

        ownTidewater("tide@example.com");

        assertThat(owner.get("/home").body()).contains("Tidewater");
        assertThat(owner.get("/settings/organization").body())
                .contains("Managed by Agency", "href=\"/settings/partner\"");
        // Nobody lets themselves in as an owner once there is one.
        partner.get(here);
        var second = partner.post(here + "/owner", "email", "eve@agency.example");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("Somebody owns this organisation already");
        assertThat(actions(client)).contains("client.owner-invited", "invitation.accepted");
        assertThat(actions(agency.organization())).contains("client.owner-invited");
    }

    /** An address that was mistyped gets no link that works. */
    @Test
    void invitesOneOwnerAtATime() {
        var wrong = invite("wrong@example.com");
        invite("right@example.com");

        assertThat(owner.get(wrong).status()).isEqualTo(404);
    }

    /** Of two at once one is taken back: there is one link that makes an owner. */
    @Test
    void invitesOneOwnerOfTwoAtTheSameMoment() throws Exception {
        var colleague = new Browser(port);
        colleague.signIn(tenants.member(agency.organization(), Role.ADMIN), Tenants.PASSWORD);
        for (var round = 0; round < 5; round++) {
            var both = new CyclicBarrier(2);
            var last = round;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var browser : List.of(partner, colleague)) {
                    browser.get(here);
                    threads.submit(() -> {
                        both.await();
                        var email = "owner%d@%s.example".formatted(last, browser.hashCode());
                        return browser.post(here + "/owner", "email", email);
                    });
                }
            }

            assertThat(openOwnerInvitations()).as("round %d", round).isEqualTo(1);
        }
    }

    private int openOwnerInvitations() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from invitation where organization_id = :id")
                        .param("id", client)
                        .query(Integer.class)
                        .single());
    }

    /** Whoever was a member is out with their membership, and comes back as a guest by entering. */
    @Test
    void isNoGuestWithoutHavingEnteredAsOne() {
        Tenancy.runAs(client, () -> members.add(agency.owner(), Role.EDITOR));
        partner.get("/organizations");
        partner.post("/organizations/" + client + "/choice");
        assertThat(partner.get("/home").body()).contains("Tidewater");

        everything.inTransaction(jdbc ->
                jdbc.sql("delete from member where organization_id = :id")
                        .param("id", client)
                        .update());

        assertThat(partner.get("/home").body()).doesNotContain("Tidewater");
        assertThat(actions(client)).doesNotContain("client.entered");
    }

    @Test
    void worksInAClientWithoutSigningInAgain() {
        var entered = partner.post(here + "/entry");

        assertThat(entered.header("Location")).isEqualTo("/home");
        assertThat(partner.get("/settings/organization").body())
                .contains("You are working in Tidewater as its partner", "value=\"Tidewater\"");
        partner.post(
                "/settings/organization",
                "name",
                "Tidewater Ltd",
                "language",
                "en",
                "timeZone",
                "UTC");
        assertThat(entry(client, "client.entered").actorKind()).isEqualTo(ActorKind.PARTNER);
        assertThat(entry(client, "organization.changed").actorKind()).isEqualTo(ActorKind.PARTNER);
        assertThat(entry(client, "organization.changed").actorId())
                .isEqualTo(agency.owner().value());
        assertThat(entry(agency.organization(), "client.entered").objectId())
                .isEqualTo(client.value());
        // Its clients are the partner's room, not the client's.
        assertThat(partner.get("/partner").status()).isEqualTo(403);

        assertThat(partner.post("/organizations/return").header("Location")).isEqualTo("/home");
        assertThat(partner.get("/partner").body()).contains("Tidewater Ltd");
    }

    @Test
    void isNeverMoreThanAnAdminThere() {
        ownTidewater("tide@example.com");
        enter(partner);

        assertThat(partner.get("/settings/partner").body()).contains("Only an owner can change");
        assertThat(partner.post("/settings/partner/admission").status()).isEqualTo(403);
        assertThat(partner.post("/settings/partner/ending").status()).isEqualTo(403);
        assertThat(partner.post("/bot/draft/gate").status()).isEqualTo(403);
        partner.get("/settings/members");
        var invited =
                partner.post(
                        "/settings/members/invitations",
                        "email",
                        "eve@example.com",
                        "role",
                        "OWNER");
        assertThat(invited.status()).isEqualTo(422);
    }

    /** Who may do less at home may do no more elsewhere. */
    @Test
    void isNeverMoreThereThanAtHome() {
        var email = tenants.member(agency.organization(), Permission.PARTNER_MANAGE);
        var limited = new Browser(port);
        limited.signIn(email, Tenants.PASSWORD);
        limited.get(here);
        assertThat(limited.post(here + "/entry").header("Location")).isEqualTo("/home");

        assertThat(limited.get("/home").status()).isEqualTo(200);
        for (var page : List.of("/knowledge", "/inbox", "/settings/members", "/bot")) {
            assertThat(limited.get(page).status()).as(page).isEqualTo(403);
        }

        var editor = new Browser(port);
        editor.signIn(tenants.member(agency.organization(), Role.EDITOR), Tenants.PASSWORD);
        editor.get("/home");
        assertThat(editor.get(here).status()).isEqualTo(403);
        assertThat(editor.post(here + "/entry").status()).isEqualTo(403);
    }

    @Test
    void isOutWithTheNextRequestOnceTheClientRefuses() {
        ownTidewater("tide@example.com");
        enter(partner);
        assertThat(partner.get("/settings/members").body()).contains("tide@example.com");

        owner.get("/settings/partner");
        owner.post("/settings/partner/refusal");

        assertThat(partner.get("/settings/members").body())
                .contains(agency.email())
                .doesNotContain("tide@example.com", "as its partner");
        partner.get(here);
        var refused = partner.post(here + "/entry");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("does not let your people work in it");
        assertThat(entry(client, "client.access-refused").actorKind()).isEqualTo(ActorKind.MEMBER);
        var told = entry(agency.organization(), "client.access-refused");
        assertThat(told.actorKind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(told.actorId()).isNull();

        // Seats and suspension stay the partner's.
        assertThat(partner.post(here + "/caps", "seats", "3").status()).isEqualTo(303);
        owner.post("/settings/partner/admission");
        assertThat(partner.post(here + "/entry").header("Location")).isEqualTo("/home");
    }

    /** Whoever was put out while they did nothing is not back in by themselves. */
    @Test
    void isWrittenDownOnceMoreAfterItWasRefused() {
        ownTidewater("tide@example.com");
        enter(partner);

        owner.get("/settings/partner");
        owner.post("/settings/partner/refusal");
        owner.post("/settings/partner/admission");

        assertThat(partner.get("/home").body()).doesNotContain("Tidewater");
        assertThat(entries(client, "client.entered")).isEqualTo(1);
        enter(partner);
        assertThat(partner.get("/home").body()).contains("Tidewater");
        assertThat(entries(client, "client.entered")).isEqualTo(2);
    }

    @Test
    void isWrittenDownOnceMoreAfterItWasCertifiedAgain() {
        enter(partner);

        run("--organization", agency.organization().toString(), "--revoke");
        certify(agency);

        assertThat(partner.get("/home").body()).doesNotContain("as its partner");
        assertThat(entries(client, "client.entered")).isEqualTo(1);
    }

    @Test
    void isOutOnceTheClientEndsIt() {
        ownTidewater("tide@example.com");
        partner.get(here);
        partner.post(here + "/caps", "seats", "1", "bots", "1");
        enter(partner);

        owner.get("/settings/partner");
        assertThat(owner.post("/settings/partner/ending").status()).isEqualTo(303);

        assertThat(partner.get("/settings/members").body()).doesNotContain("tide@example.com");
        assertThat(partner.get(here).status()).isEqualTo(404);
        assertThat(partner.get("/partner").body()).doesNotContain("Tidewater");
        assertThat(owner.get("/settings/partner").status()).isEqualTo(404);
        assertThat(owner.get("/settings/organization").body()).doesNotContain("Managed by");
        assertThat(actions(client)).contains("client.partner-ended");
        assertThat(actions(agency.organization())).contains("client.partner-ended");
    }

    @Test
    void isOutWithItsOwnRoleOrCertificate() {
        var email = tenants.member(agency.organization(), Role.ADMIN);
        var admin = new Browser(port);
        admin.signIn(email, Tenants.PASSWORD);
        enter(admin);
        assertThat(admin.get("/settings/organization").body()).contains("as its partner");
        enter(partner);

        run("--organization", agency.organization().toString(), "--revoke");

        for (var browser : List.of(admin, partner)) {
            assertThat(browser.get("/settings/organization").body())
                    .contains("value=\"Agency\"")
                    .doesNotContain("as its partner");
        }
    }

    @Test
    void handsAClientOverToItsOwnerOnly() {
        partner.get(here);
        var early = partner.post(here + "/handover");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains("Nobody owns this client yet");

        ownTidewater("tide@example.com");
        partner.get(here);
        partner.post(here + "/suspension");
        assertThat(partner.post(here + "/handover").header("Location")).isEqualTo("/partner");

        assertThat(partner.get(here).status()).isEqualTo(404);
        assertThat(owner.get("/home").status()).isEqualTo(200);
        assertThat(actions(client)).contains("client.handed-over");
        assertThat(actions(agency.organization())).contains("client.handed-over");
    }

    @Test
    void suspendsEverythingOfAClientWithTheNextRequest() {
        ownTidewater("tide@example.com");
        var key = tenants.key(client, List.of("bots:read", "bots:write"));
        var publicKey =
                new RestCaller("http://localhost:" + port, key)
                        .post(
                                "/bots",
                                Map.of(
                                        "name",
                                        "Robin",
                                        "allowedOrigins",
                                        List.of("https://shop.example")))
                        .at("publicKey");
        assertThat(config(publicKey).body()).contains("\"poweredBy\":true");
        partner.get(here);
        partner.post(here + "/caps", "api", "true");
        assertThat(config(publicKey).body()).contains("\"poweredBy\":false");
        partner.get("/partner/brand");
        partner.post(
                "/partner/brand",
                "name",
                "Agency Chat",
                "powered",
                "OWN",
                "contact",
                "help@agency.example");

        partner.post(here + "/suspension");

        var widget = config(publicKey);
        assertThat(widget.status()).isEqualTo(403);
        // A page has to be allowed to ask before it can be told why not.
        assertThat(preflight(publicKey)).isEqualTo(204);
        assertThat(widget.body()).contains("not available", "problems#suspended");
        assertThat(widget.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(owner.get("/chat/" + publicKey).status()).isEqualTo(403);
        var call = owner.rest("GET", "/api/v1/bots", key, "");
        assertThat(call.status()).isEqualTo(403);
        assertThat(call.body()).contains("problems#suspended", "This organisation is suspended");
        for (var page : List.of("/home", "/knowledge", "/settings/partner")) {
            assertThat(owner.get(page).header("Location")).as(page).isEqualTo("/suspended");
        }
        assertThat(owner.get("/suspended").body())
                .contains("Tidewater is suspended", "Agency", "mailto:help@agency.example");
        assertThat(owner.get("/organizations").status()).isEqualTo(200);
        partner.get(here);
        assertThat(partner.post(here + "/entry").body()).contains("Resume it first");
        // What is somebody else's is not touched by it.
        assertThat(owner.rest("GET", "/api/v1/bots", agency.apiKey(), "").status()).isEqualTo(200);

        partner.post(here + "/resumption");

        assertThat(config(publicKey).status()).isEqualTo(200);
        assertThat(owner.rest("GET", "/api/v1/bots", key, "").status()).isEqualTo(200);
        assertThat(owner.get("/suspended").header("Location")).isEqualTo("/home");
        assertThat(owner.get("/home").status()).isEqualTo(200);
        for (var log : List.of(client, agency.organization())) {
            assertThat(actions(log)).contains("client.suspended", "client.resumed");
        }
    }

    @Test
    void saysHowMuchAClientHas() {
        ownTidewater("tide@example.com");
        var key = tenants.key(client, List.of("bots:read", "bots:write"));
        new RestCaller("http://localhost:" + port, key).bot("Robin");
        partner.get(here);
        for (var nonsense : List.of("0", "-1", "many", "99999999999", "10001")) {
            assertThat(partner.post(here + "/caps", "seats", nonsense).status())
                    .as(nonsense)
                    .isEqualTo(422);
        }

        partner.post(here + "/caps", "seats", "1", "bots", "1", "api", "true");

        assertThat(partner.get("/partner").body()).contains("1 of 1");
        owner.get("/settings/members");
        var invited =
                owner.post(
                        "/settings/members/invitations",
                        "email",
                        "ada@example.com",
                        "role",
                        "AGENT");
        assertThat(invited.status()).isEqualTo(422);
        var second = owner.rest("POST", "/api/v1/bots", key, "{\"name\": \"Wren\"}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("may have 1 bot and");

        partner.post(here + "/caps");

        var closed = owner.rest("GET", "/api/v1/bots", key, "");
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.body()).contains("problems#not-included");
        assertThat(entry(client, "client.limited").detail()).contains("hasApi");
        assertThat(actions(agency.organization())).contains("client.limited");
    }

    /** P-19: a day on which too few came is in no sum, here as in the client's own insights. */
    @Test
    void seesSumsOverMany() {
        var key = tenants.key(client, List.of("bots:read", "bots:write"));
        var bot = new RestCaller("http://localhost:" + port, key).bot("Robin");
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into bot_day (organization_id, bot_id, day, conversations, answered, handed_over)
                                values (:client, :bot, current_date - 2, 37, 30, 10), (:client, :bot, current_date - 3, 4, 4, 0),
                                  (:client, :bot, current_date - 60, 500, 500, 0)
                                """)
                        .param("client", client)
                        .param("bot", UUID.fromString(bot))
                        .update());

        assertThat(partner.get("/partner").body())
                .contains(">37<", "75%", "left out, so that nobody can be told from them: 1 day.")
                .doesNotContain(">41<", ">541<");
    }

    /** Both ways: no partner sees another's clients, and no client anything of a partner's. */
    @Test
    void seesNothingOfWhatIsNotItsOwn() {
        var rival = tenants.open("Rival");
        certify(rival);
        var browser = new Browser(port);
        browser.signIn(rival.email(), Tenants.PASSWORD);
        var theirs = open(browser, "Kelp");
        ownTidewater("tide@example.com");

        assertThat(browser.get("/partner").body()).contains("Kelp").doesNotContain("Tidewater");
        assertThat(partner.get("/partner").body()).contains("Tidewater").doesNotContain("Kelp");
        assertThat(browser.get(here).status()).isEqualTo(404);
        var before = actions(client);
        for (var deed : List.of("owner", "caps", "suspension", "resumption", "handover", "entry")) {
            assertThat(browser.post(here + "/" + deed, "email", "eve@rival.example").status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(actions(client)).isEqualTo(before);
        assertThat(actions(rival.organization())).doesNotContain("client.suspended");
        // A client is nobody's partner, and enters neither its own partner nor another client.
        assertThat(owner.get("/partner").status()).isEqualTo(404);
        for (var other : List.of(agency.organization(), theirs)) {
            assertThat(owner.post("/organizations/" + other + "/choice").status()).isEqualTo(404);
            assertThat(owner.post("/partner/clients/" + other + "/entry").status()).isEqualTo(404);
        }
        assertThat(Tenancy.callAs(client, clients::list)).isEmpty();
        assertThat(Tenancy.callAs(theirs, clients::own).orElseThrow().partnerId())
                .isEqualTo(rival.organization());
        // The row is the client's: its partner reads it and can change nothing about it.
        Tenancy.runAs(agency.organization(), clients::remove);
        assertThat(Tenancy.callAs(client, clients::own)).isPresent();
    }

    @Test
    void tellsTheClientWhoAnswersForTheData() {
        ownTidewater("tide@example.com");

        var page = owner.get("/settings/partner").body();

        assertThat(page)
                .contains(
                        "Agency manages this organisation",
                        "the subscriber is the controller",
                        "is processor",
                        "whoever runs this installation is controller");
    }

    private void certify(Tenant tenant) {
        assertThat(run("--organization", tenant.organization().toString())).isZero();
    }

    private int run(String... options) {
        return command.run(new Options(List.of(options)));
    }

    private static OrganizationId open(Browser browser, String name) {
        browser.get("/partner");
        var opened = browser.post("/partner/clients", "organization", name);
        assertThat(opened.status()).as(opened.body()).isEqualTo(303);
        return OrganizationId.of(opened.header("Location").substring("/partner/clients/".length()));
    }

    private void enter(Browser browser) {
        browser.get(here);
        assertThat(browser.post(here + "/entry").header("Location")).isEqualTo("/home");
        browser.get("/home");
    }

    private String invite(String email) {
        partner.get(here);
        var page = partner.post(here + "/owner", "email", email);
        var link = LINK.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group();
    }

    private void ownTidewater(String email) {
        var link = invite(email);
        owner.get(link);
        owner.post(link, "name", "Tide", "password", Tenants.PASSWORD, "age", "true");
        assertThat(owner.get("/home").status()).isEqualTo(200);
    }

    private Browser.Page config(String publicKey) {
        var browser = new Browser(port);
        return browser.send(
                HttpRequest.newBuilder(browser.at("/widget/v1/" + publicKey + "/config"))
                        .header("Origin", "https://shop.example")
                        .GET()
                        .build());
    }

    private int preflight(String publicKey) {
        var browser = new Browser(port);
        return browser.send(
                        HttpRequest.newBuilder(
                                        browser.at("/widget/v1/" + publicKey + "/conversations"))
                                .header("Origin", "https://shop.example")
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .build())
                .status();
    }

    private long entries(OrganizationId organization, String action) {
        return actions(organization).stream().filter(action::equals).count();
    }

    private List<String> actions(OrganizationId organization) {
        return Tenancy.callAs(
                organization, () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }

    private AuditEntry entry(OrganizationId organization, String action) {
        return Tenancy.callAs(
                organization,
                () ->
                        audit.latest(100).stream()
                                .filter(entry -> entry.action().equals(action))
                                .findFirst()
                                .orElseThrow());
    }
}
