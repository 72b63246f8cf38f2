package io.taros.partner;

import static io.taros.account.AccountTest.DNS;
import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.account.Accounts;
import io.taros.organization.Members;
import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.Eventually;
import io.taros.testing.Mailbox;
import io.taros.testing.RestCaller;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Under whose name the clients of a partner see the product, and where: on their pages, in their
 * mails and widgets, and nowhere else.
 */
@AccountTest
class BrandTest {
    private static final String TIDE = "tide@example.com";
    private static final String DOMAIN = "chat.agency.example";
    private static final Pattern LOGO = Pattern.compile("/image/brand/[0-9a-f-]{36}/[0-9a-f]{24}");

    private final Tenants tenants;
    private final Certification certification;
    private final Clients clients;
    private final Members members;
    private final Accounts accounts;
    private final OwnBrand brands;
    private final PartnerDomains domains;
    private final VerifyPartnerDomain verify;
    private final Audit audit;
    private final CrossOrganization everything;
    private final int port;
    private final Browser partner;
    private final Browser owner;
    private Tenant agency;
    private OrganizationId client;

    BrandTest(
            Tenants tenants,
            Certification certification,
            Clients clients,
            Members members,
            Accounts accounts,
            OwnBrand brands,
            PartnerDomains domains,
            VerifyPartnerDomain verify,
            Audit audit,
            CrossOrganization everything,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.certification = certification;
        this.clients = clients;
        this.members = members;
        this.accounts = accounts;
        this.brands = brands;
        this.domains = domains;
        this.verify = verify;
        this.audit = audit;
        this.everything = everything;
        this.port = port;
        partner = new Browser(port);
        owner = new Browser(port);
    }

    @BeforeEach
    void anAgencyManagesTidewater() {
        MAIL.empty();
        DNS.empty();
        agency = tenants.open("Agency");
        certification.give(agency.organization(), Hand.OPERATOR, null);
        client = tenants.open("Tidewater").organization();
        Tenancy.runAs(client, () -> clients.add(agency.organization()));
        Tenancy.runAs(client, () -> members.add(tenants.account(TIDE, "Tide"), Role.ADMIN));
        everybodyAgreed();
        partner.signIn(agency.email(), Tenants.PASSWORD);
        partner.get("/partner/brand");
        owner.signIn(TIDE, Tenants.PASSWORD);
    }

    @Nested
    class Pages {
        @Test
        void bearItForMembersOfClientsAndNobodyElse() {
            brand("name", "Fjord Chat", "accent", "#7F00FF", "powered", "OWN");

            var page = owner.get("/home").body();
            assertThat(page)
                    .contains("· Fjord Chat</title>", ">Fjord Chat</strong>", "--accent:#7f00ff")
                    .doesNotContain("Taros<", "/icon/taros.svg");
            var stranger = new Browser(port);
            var globex = tenants.open("Globex");
            stranger.signIn(globex.email(), Tenants.PASSWORD);
            for (var other : List.of(stranger, partner, new Browser(port))) {
                assertThat(other.get("/organizations").body()).doesNotContain("Fjord Chat");
                assertThat(other.get("/sign-in").body()).doesNotContain("Fjord Chat");
            }
            assertThat(actions(agency.organization())).contains("partner.brand-changed");
        }

        @Test
        void bearALogoThatAnybodyMaySee() {
            upload("png", LogoTest.picture("png", 900, 300));

            var page = owner.get("/home").body();
            var found = LOGO.matcher(page);
            assertThat(found.find()).as(page).isTrue();
            var logo = new Browser(port).get(found.group());
            assertThat(logo.status()).isEqualTo(200);
            assertThat(logo.header("Content-Type")).isEqualTo("image/png");
            assertThat(logo.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(logo.header("Cache-Control")).contains("immutable");
            // By its own address alone, and not by another partner's.
            var hash = found.group().substring(found.group().length() - 24);
            assertThat(owner.get("/image/brand/" + client + "/" + hash).status()).isEqualTo(404);
            // It stays where only the name changes, and goes when asked to.
            brand("name", "Fjord", "powered", "OWN");
            assertThat(owner.get("/home").body()).contains(found.group());
            brand("name", "Fjord", "powered", "OWN", "without", "true");
            assertThat(owner.get("/home").body()).doesNotContain("/image/brand/");
            assertThat(owner.get(found.group()).status()).isEqualTo(404);
        }

        @Test
        void keepWhatIsThereIfSomethingIsWrong() {
            brand("name", "Fjord Chat", "accent", "#1f6f78", "powered", "OWN");

            for (var wrong :
                    List.of(
                            List.of("name", " ", "powered", "OWN"),
                            List.of("name", "x".repeat(61), "powered", "OWN"),
                            List.of("name", "Fjord", "powered", "EVERYBODY"),
                            List.of("name", "Fjord", "powered", "OWN", "accent", "red"),
                            List.of("name", "Fjord", "powered", "OWN", "accent", "#123456}"),
                            List.of("name", "Fjord", "powered", "OWN", "contact", "nowhere"))) {
                var refused = partner.upload("/partner/brand", wrong, "", new byte[0]);
                assertThat(refused.status()).as(wrong.toString()).isEqualTo(422);
            }
            var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
            assertThat(upload("logo.png", svg.getBytes()).status()).isEqualTo(422);

            assertThat(owner.get("/home").body()).contains("Fjord Chat", "#1f6f78");
        }

        /** In one sentence, whatever it is. */
        @Test
        void sayWhatIsMadeOfAColourThatIsTooWeak() {
            brand("name", "Fjord", "accent", "#ffe600", "powered", "OWN");
            assertThat(partner.get("/partner/brand").body())
                    .contains("As text on light pages this colour is too weak (1.1 : 1");

            brand("name", "Fjord", "accent", "#102040", "powered", "OWN");
            assertThat(partner.get("/partner/brand").body())
                    .contains("As text on dark pages this colour is too weak");
        }

        @Test
        void showHowTheyWouldLookWhileItIsTyped() {
            brand("name", "Fjord", "accent", "#1f6f78", "powered", "OWN");

            var typed = preview("name", "Fjord & Co", "accent", "#ffe600", "powered", "NOBODY");
            assertThat(typed)
                    .contains("Fjord &amp; Co", "#ffe600", "too weak (1.1 : 1", "<dd>Nothing</dd>")
                    .doesNotContain("#1f6f78", "<style", "<html");
            assertThat(preview("name", " ", "accent", "#ff", "powered", "OWN"))
                    .as("what is half typed is as it was")
                    .contains(
                            ">Fjord<", "#1f6f78", "As text on dark pages this colour is too weak");
            assertThat(preview("name", "x".repeat(61), "accent", "", "powered", "?"))
                    .contains(">Fjord<", "own colour stays", "Powered by Taros");

            assertThat(owner.get("/home").body())
                    .as("nothing is saved")
                    .contains("#1f6f78")
                    .doesNotContain("Fjord &amp; Co");
        }

        private String preview(String... fields) {
            partner.get("/partner/brand");
            var shown = partner.post("/partner/brand/preview", fields);
            assertThat(shown.status()).isEqualTo(200);
            return shown.body();
        }

        @Test
        void bearTheProductsNameAgainOnceTheBrandOrTheRelationIsGone() {
            brand("name", "Fjord Chat", "powered", "OWN");
            partner.post("/partner/brand/removal");
            assertThat(owner.get("/home").body()).contains("· Taros</title>");

            brand("name", "Fjord Chat", "powered", "OWN");
            assertThat(owner.get("/home").body()).contains("Fjord Chat");
            certification.revoke(agency.organization(), Hand.OPERATOR, null);

            assertThat(owner.get("/home").body()).contains("· Taros</title>");
            assertThat(partner.get("/partner/brand").status()).isEqualTo(404);
            certification.give(agency.organization(), Hand.OPERATOR, null);
            assertThat(owner.get("/home").body()).contains("Fjord Chat");
        }
    }

    @Test
    void saysInWidgetsWhatTheyArePoweredBy() {
        var key = tenants.key(client, List.of("bots:read", "bots:write"));
        var publicKey =
                new RestCaller("http://localhost:" + port, key)
                        .post("/bots", Map.of("name", "Robin"))
                        .at("publicKey");
        assertThat(config(publicKey)).contains("\"poweredBy\":true").doesNotContain("maker");

        brand("name", "Fjord Chat", "powered", "OWN");
        assertThat(config(publicKey)).contains("\"poweredBy\":true", "\"maker\":\"Fjord Chat\"");
        brand("name", "Fjord Chat", "powered", "MAKER");
        assertThat(config(publicKey)).contains("\"poweredBy\":true").doesNotContain("maker");
        brand("name", "Fjord Chat", "powered", "NOBODY");
        assertThat(config(publicKey)).contains("\"poweredBy\":false").doesNotContain("maker");
        assertThat(owner.get("/chat/" + publicKey).body()).doesNotContain("/icon/taros.svg");
    }

    @Nested
    class Mail {
        @Test
        void comesInItsNameFromOurAddressUntilAnotherIsProven() throws Exception {
            brand("name", "Fjord Chat", "powered", "OWN", "contact", "help@agency.example");
            partner.post(
                    "/partner/brand/sender",
                    "senderName",
                    "Fjord Post",
                    "senderEmail",
                    "post@agency.example",
                    "senderFrom",
                    "true");

            var invited = invite("ada@example.com");

            assertThat(invited.mail().getFrom()[0]).hasToString("Fjord Post <taros@fjord.example>");
            assertThat(invited.mail().getReplyTo()[0]).isEqualTo(invited.mail().getFrom()[0]);
            assertThat(invited.text())
                    .contains("on Fjord Chat.", "help@agency.example")
                    .doesNotContain("Taros", "{");
            var page = new Browser(port).get(invited.link());
            assertThat(page.body()).contains("Fjord Chat").doesNotContain("Taros<");
        }

        @Test
        void comesFromTheAddressWhoseReaderAgreed() throws Exception {
            brand("name", "Fjord Chat", "powered", "OWN");
            partner.post(
                    "/partner/brand/sender",
                    "senderName",
                    "Fjord Post",
                    "senderEmail",
                    "post@agency.example",
                    "senderFrom",
                    "true");
            var asked = MAIL.get("post@agency.example", "May Agency send mail in your name?");
            assertThat(asked.mail().getFrom()[0]).hasToString("Taros <taros@fjord.example>");
            var reader = new Browser(port);
            // Programs open the links of mails: that alone agrees to nothing.
            assertThat(reader.get(asked.link()).body()).contains("post@agency.example");
            assertThat(partner.get("/partner/brand").body()).contains("A link was mailed to");

            assertThat(reader.post(asked.link()).body()).contains("The address may be used");

            assertThat(reader.post(asked.link()).body()).contains("This link does not work");
            var invited = invite("ada@example.com");
            assertThat(invited.mail().getFrom()[0]).hasToString("Fjord Post <post@agency.example>");
            assertThat(actions(agency.organization())).contains("partner.sender-proven");
            // Another address is another proof.
            partner.get("/partner/brand");
            partner.post(
                    "/partner/brand/sender",
                    "senderName",
                    "Fjord Post",
                    "senderEmail",
                    "ceo@victim.example",
                    "senderFrom",
                    "true");
            assertThat(invite("bo@example.com").mail().getFrom()[0])
                    .hasToString("Fjord Post <taros@fjord.example>");
        }

        @Test
        void isProvenByTheNewestLinkOfTheRightPartnerOnly() {
            sender("post@agency.example");
            var first = MAIL.get("post@agency.example", "May Agency send mail in your name?");
            MAIL.empty();
            partner.post("/partner/brand/sender/proof");
            var second = MAIL.get("post@agency.example", "May Agency send mail in your name?");
            var reader = new Browser(port);

            for (var link :
                    List.of(
                            first.link(),
                            second.link().replace(agency.organization() + "", client + ""),
                            second.link() + "x",
                            "/sender/nonsense")) {
                assertThat(reader.get(link).body()).contains("This link does not work");
                assertThat(reader.get(second.link()).status()).isEqualTo(200);
                assertThat(reader.post(link).body()).contains("This link does not work");
            }
            expire();
            assertThat(reader.get(second.link()).body()).contains("This link does not work");
        }

        /** Somebody who is anywhere else, too, opens more with a link than this partner's. */
        @Test
        void aboutAnAccountBearsItWhereItIsInClientsOfOnePartnerOnly() {
            serve(DOMAIN);
            brand("name", "Fjord Chat", "powered", "OWN");
            accounts.prove(tide());
            var stranger = new Browser(port).at(DOMAIN, port);
            stranger.get("/forgotten");
            stranger.post("/forgotten", "email", TIDE);

            var reset = MAIL.get(TIDE, "Choose a new password");
            assertThat(reset.text())
                    .contains("for Fjord Chat.", "http://" + DOMAIN + "/reset?token=");

            MAIL.empty();
            var globex = tenants.open("Globex");
            Tenancy.runAs(globex.organization(), () -> members.add(tide(), Role.AGENT));
            stranger.get("/forgotten");
            stranger.post("/forgotten", "email", TIDE);
            assertThat(MAIL.get(TIDE, "Choose a new password").text())
                    .contains(Mailbox.BASE + "/reset?token=", "for Taros.")
                    .doesNotContain(DOMAIN);
        }
    }

    /** Whoever owns a domain can have it lead to a server of their own, and read the links. */
    @Nested
    class Proof {
        @Test
        void isNoInvitationThatLedToItsDomain() {
            serve(DOMAIN);
            brand("name", "Fjord Chat", "powered", "OWN");
            var invited = invite("ada@victim.example");
            var found =
                    Pattern.compile("http://" + DOMAIN + "(/invitations/\\S+)")
                            .matcher(invited.text());
            assertThat(found.find()).as(invited.text()).isTrue();
            var path = found.group(1);
            var there = new Browser(port).at(DOMAIN, port);
            there.get(path);

            var joined =
                    there.post(
                            path,
                            "name",
                            "Ada",
                            "password",
                            "seven patient herons",
                            "age",
                            "true",
                            "texts",
                            "true");

            assertThat(joined.status()).as(joined.body()).isEqualTo(303);
            var ada = accounts.findByEmail("ada@victim.example").orElseThrow();
            assertThat(accounts.isAddressProven(ada.id())).isFalse();
        }

        @Test
        void isAskedForByOurOwnLinksAlone() {
            serve(DOMAIN);
            brand("name", "Fjord Chat", "powered", "OWN");
            var there = new Browser(port).at(DOMAIN, port);
            there.get("/forgotten");
            there.post("/forgotten", "email", TIDE);
            assertThat(MAIL.get(TIDE, "Choose a new password").text())
                    .contains("for Fjord Chat.", Mailbox.BASE + "/reset?token=")
                    .doesNotContain(DOMAIN);

            there.signIn(TIDE, Tenants.PASSWORD);
            there.get("/account");
            there.post(
                    "/account/address",
                    "email",
                    "ada@victim.example",
                    "password",
                    Tenants.PASSWORD);
            Eventually.eventually(() -> assertThat(MAIL.all("ada@victim.example")).isNotEmpty());
            assertThat(MAIL.all("ada@victim.example").getLast().text())
                    .contains(Mailbox.BASE)
                    .doesNotContain(DOMAIN);
        }
    }

    @Nested
    class Domain {
        @Test
        void isServedOnceItsNameServerSaysSo() {
            brand("name", "Fjord Chat", "powered", "OWN");
            partner.get("/partner/domain");
            partner.post("/partner/domain", "domain", "https://Chat.Agency.example/");
            var there = new Browser(port).at(DOMAIN, port);
            assertThat(partner.get("/partner/domain").body())
                    .contains("_taros." + DOMAIN, proof(), "taros.example");
            assertThat(partner.post("/partner/domain/check").body())
                    .contains("does not say what it must");
            assertThat(there.get("/sign-in").body()).doesNotContain("Fjord Chat");
            assertThat(tls(DOMAIN)).isEqualTo(404);
            DNS.fail("_taros." + DOMAIN);
            assertThat(partner.post("/partner/domain/check").body())
                    .contains("No name server answered");
            DNS.empty();
            DNS.set("_taros." + DOMAIN, "v=spf1 -all", proof());

            assertThat(partner.post("/partner/domain/check").body()).contains("Served");

            assertThat(there.get("/sign-in").body())
                    .contains("Fjord Chat")
                    .doesNotContain("Taros", "/sign-in/passkey");
            assertThat(there.get("/").header("Location")).isEqualTo("/sign-in");
            assertThat(tls(DOMAIN)).isEqualTo(200);
            assertThat(tls(DOMAIN.toUpperCase(java.util.Locale.ROOT))).isEqualTo(200);
            assertThat(tls("taros.example")).isEqualTo(200);
            assertThat(tls("evil.example")).isEqualTo(404);
            assertThat(tls("")).isEqualTo(404);
            assertThat(actions(agency.organization()))
                    .contains("partner.domain-added", "partner.domain-verified");
        }

        @Test
        void isWorkedAtLikeTheInstallationsOwn() {
            serve(DOMAIN);
            brand("name", "Fjord Chat", "powered", "OWN");
            var there = new Browser(port).at(DOMAIN, port);

            assertThat(there.signIn(TIDE, Tenants.PASSWORD).header("Location")).isEqualTo("/home");

            assertThat(there.get("/settings/organization").body()).contains("Fjord Chat");
            assertThat(there.cookies().getCookieStore().getCookies())
                    .allSatisfy(
                            cookie -> assertThat(cookie.getDomain()).isNotEqualTo("." + DOMAIN));
            assertThat(
                            there.post(
                                            "/settings/organization",
                                            "name",
                                            "Tidewater Ltd",
                                            "language",
                                            "en",
                                            "timeZone",
                                            "UTC")
                                    .status())
                    .isEqualTo(303);
            assertThat(foreign(there, "/settings/organization")).isEqualTo(403);
            assertThat(there.postWithoutToken("/settings/organization").status()).isEqualTo(403);
            assertThat(there.get("/widget.js").status()).isEqualTo(200);
            var invited = invite(there, "ada@example.com");
            assertThat(invited).contains("http://" + DOMAIN + "/invitations/");
        }

        /** Behind a proxy that ends TLS a page's origin is not what the server is called by. */
        @Test
        void isAnOriginOfTheBotsOfItsClientsOnly() {
            serve(DOMAIN);
            var origin = "http://" + DOMAIN;
            assertThat(beginsAt(client, origin)).isEqualTo(201);
            assertThat(beginsAt(client, "http://evil.example")).isEqualTo(403);
            assertThat(beginsAt(tenants.open("Globex").organization(), origin)).isEqualTo(403);
        }

        private int beginsAt(OrganizationId organization, String origin) {
            return beginsAt(organization, origin, "localhost");
        }

        private int beginsAt(OrganizationId organization, String origin, String host) {
            var key = tenants.key(organization, List.of("bots:read", "bots:write"));
            var publicKey =
                    new RestCaller("http://localhost:" + port, key)
                            .post("/bots", Map.of("name", "Robin"))
                            .at("publicKey");
            var browser = new Browser(port).at(host, port);
            return browser.send(
                            HttpRequest.newBuilder(
                                            browser.at(
                                                    "/widget/v1/" + publicKey + "/conversations"))
                                    .header("Origin", origin)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                    .build())
                    .status();
        }

        /** Whatever a request says about where it was sent: no link is made of it. */
        @Test
        void isNeverTakenFromARequest() {
            serve(DOMAIN);
            for (var host : List.of("evil.example", DOMAIN, "chat.agency.example.evil.example")) {
                MAIL.empty();
                var globex = tenants.open("Globex" + host.length());
                everybodyAgreed();
                var attacker = new Browser(port).at(host, port);
                attacker.get("/forgotten");
                attacker.post("/forgotten", "email", globex.email());
                assertThat(MAIL.get(globex.email(), "Choose a new password").text())
                        .as(host)
                        .contains(Mailbox.BASE + "/reset?token=")
                        .doesNotContain(host);

                var member = new Browser(port).at(host, port);
                member.signIn(globex.email(), Tenants.PASSWORD);
                assertThat(invite(member, "bo%d@example.com".formatted(host.length())))
                        .as(host)
                        .contains(Mailbox.BASE + "/invitations/")
                        .doesNotContain(host);
                assertThat(member.get("/bot/widget").body()).contains(Mailbox.BASE + "/widget.js");
            }
        }

        @Test
        void refusesWhatIsNone() {
            partner.get("/partner/domain");
            for (var wrong :
                    List.of(
                            "",
                            "agency",
                            "127.0.0.1",
                            "127.0.0.10",
                            "-a.example",
                            "a b.example",
                            "a.example/path",
                            "user@a.example",
                            "a.example:8080",
                            "taros.example",
                            "x".repeat(64) + ".example",
                            "<b>.example")) {
                assertThat(partner.post("/partner/domain", "domain", wrong).status())
                        .as(wrong)
                        .isEqualTo(422);
            }
            partner.post("/partner/domain", "domain", "købmand.example");
            assertThat(partner.get("/partner/domain").body()).contains("xn--kbmand-bya.example");
        }

        /** Of two the one whose token stands there: names change hands. */
        @Test
        void goesToWhoeverItsNameServerSays() {
            serve(DOMAIN);
            var rival = tenants.open("Rival");
            certification.give(rival.organization(), Hand.OPERATOR, null);
            Tenancy.runAs(rival.organization(), () -> domains.replace(DOMAIN));
            assertThat(look(rival.organization())).isEqualTo("ABSENT");
            assertThat(domains.whose(DOMAIN)).contains(agency.organization());

            DNS.set("_taros." + DOMAIN, proof(rival.organization()));
            assertThat(look(rival.organization())).isEqualTo("FOUND");

            assertThat(domains.whose(DOMAIN)).contains(rival.organization());
            assertThat(actions(agency.organization())).contains("partner.domain-lost");
        }

        /** A domain that was given up is soon somebody else's. */
        @Test
        void isServedNoMoreDaysAfterItsRecordIsGone() {
            serve(DOMAIN);
            DNS.empty();
            check();
            assertThat(domains.whose(DOMAIN)).isPresent();
            assertThat(partner.get("/partner/domain").body()).contains("The TXT record is gone");
            DNS.fail("_taros." + DOMAIN);
            since(Duration.ofDays(4));
            check();
            assertThat(domains.whose(DOMAIN)).as("nobody answered").isPresent();

            DNS.empty();
            check();

            assertThat(domains.whose(DOMAIN)).isEmpty();
            assertThat(actions(agency.organization())).contains("partner.domain-lost");
        }

        /** Whoever gets the domain next could read what is in a link. */
        @Test
        void isNotLinkedToWhileItsRecordIsGone() {
            serve(DOMAIN);
            assertThat(invite("ada@example.com").text()).contains("http://" + DOMAIN + "/");
            DNS.empty();
            check();

            assertThat(invite("bo@example.com").text())
                    .contains(Mailbox.BASE + "/invitations/")
                    .doesNotContain(DOMAIN);
            assertThat(tls(DOMAIN)).as("served for now").isEqualTo(200);
            assertThat(beginsAt(client, "http://" + DOMAIN, DOMAIN)).isEqualTo(201);
            assertThat(beginsAt(client, "http://" + DOMAIN)).isEqualTo(403);

            serve(DOMAIN);
            assertThat(invite("cy@example.com").text()).contains("http://" + DOMAIN + "/");
        }

        /** A name server that is gone for good says as much as one without the record. */
        @Test
        void isLostWhenNobodyAnswersForLong() {
            serve(DOMAIN);
            DNS.fail("_taros." + DOMAIN);
            check();
            assertThat(partner.get("/partner/domain").body())
                    .contains("No name server has answered since");
            ago("update partner_domain set silent_since = :at", Duration.ofDays(6));
            check();
            assertThat(brands.of(agency.organization()).orElseThrow().domain()).isEqualTo(DOMAIN);

            ago("update partner_domain set silent_since = :at", Duration.ofDays(8));
            check();
            assertThat(brands.of(agency.organization()).orElseThrow().domain()).isNull();
            assertThat(domains.whose(DOMAIN)).as("three days more").isPresent();
            var letter = letter("The name servers of " + DOMAIN + " do not answer");
            assertThat(letter.text()).contains("3 days").doesNotContain("{");
            assertThat(letter.link()).isEqualTo("/partner/domain");
            check();
            since(Duration.ofDays(4));
            check();
            assertThat(domains.whose(DOMAIN)).isEmpty();
            assertThat(actions(agency.organization())).contains("partner.domain-lost");
            letter(DOMAIN + " is served no more");
            assertThat(MAIL.all(agency.email())).as("told once each").hasSize(2);
        }

        @Test
        void tellsItsOwnersWhenItsRecordIsGone() {
            serve(DOMAIN);
            DNS.empty();
            check();

            assertThat(letter("The record of " + DOMAIN + " is gone").text()).contains("3 days");
        }

        private Mailbox.Letter letter(String subject) {
            return MAIL.get(agency.email(), subject);
        }

        @Test
        void beginsToCountAnewWhenItsNameServerAnswers() {
            serve(DOMAIN);
            DNS.fail("_taros." + DOMAIN);
            check();
            ago("update partner_domain set silent_since = :at", Duration.ofDays(8));
            DNS.empty();
            serve(DOMAIN);
            DNS.fail("_taros." + DOMAIN);
            check();
            check();

            assertThat(brands.of(agency.organization()).orElseThrow().domain()).isEqualTo(DOMAIN);
        }

        @Test
        void isServedNoMoreWithTheCertificateOrOnceRemoved() {
            serve(DOMAIN);
            brand("name", "Fjord Chat", "powered", "OWN");
            certification.revoke(agency.organization(), Hand.OPERATOR, null);
            assertThat(tls(DOMAIN)).isEqualTo(404);
            assertThat(new Browser(port).at(DOMAIN, port).get("/sign-in").body())
                    .doesNotContain("Fjord Chat");
            certification.give(agency.organization(), Hand.OPERATOR, null);
            assertThat(tls(DOMAIN)).isEqualTo(200);

            partner.get("/partner/domain");
            partner.post("/partner/domain/removal");

            assertThat(tls(DOMAIN)).isEqualTo(404);
            assertThat(domains.whose(DOMAIN)).isEmpty();
        }

        private String proof() {
            return proof(agency.organization());
        }

        private String proof(OrganizationId organization) {
            return Tenancy.callAs(organization, domains::find).orElseThrow().proof();
        }

        private String look(OrganizationId organization) {
            return Tenancy.callAs(organization, verify::look).name();
        }

        private void check() {
            Tenancy.runAs(
                    agency.organization(),
                    () ->
                            verify.handle(
                                    new CheckPartnerDomain(
                                            agency.organization(), LocalDate.of(2026, 1, 1))));
        }

        private void since(Duration time) {
            ago("update partner_domain set missed_at = :at", time);
        }
    }

    /** Another's brand, sender and domain are not to be seen, let alone changed. */
    @Test
    void isEachPartnersOwn() {
        brand("name", "Fjord Chat", "powered", "OWN");
        sender("post@agency.example");
        serve(DOMAIN);
        var rival = tenants.open("Rival");
        certification.give(rival.organization(), Hand.OPERATOR, null);
        everybodyAgreed();
        var browser = new Browser(port);
        browser.signIn(rival.email(), Tenants.PASSWORD);

        assertThat(browser.get("/partner/brand").body())
                .doesNotContain("Fjord Chat", "post@agency.example");
        assertThat(browser.get("/partner/domain").body()).doesNotContain(DOMAIN);
        browser.post("/partner/domain/removal");
        browser.get("/partner/brand");
        browser.post("/partner/brand/removal");
        browser.post("/partner/brand/sender/removal");

        assertThat(domains.whose(DOMAIN)).contains(agency.organization());
        assertThat(brands.of(agency.organization()).orElseThrow().name()).isEqualTo("Fjord Chat");
        assertThat(Tenancy.callAs(rival.organization(), domains::find)).isEmpty();
    }

    private void brand(String... fields) {
        partner.get("/partner/brand");
        var saved = partner.upload("/partner/brand", List.of(fields), "", new byte[0]);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    }

    private Browser.Page upload(String name, byte[] content) {
        partner.get("/partner/brand");
        return partner.upload(
                "/partner/brand", List.of("name", "Fjord", "powered", "OWN"), name, content);
    }

    private void sender(String email) {
        partner.get("/partner/brand");
        var saved =
                partner.post(
                        "/partner/brand/sender", "senderName", "Fjord Post", "senderEmail", email);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    }

    private void serve(String domain) {
        Tenancy.runAs(
                agency.organization(),
                () -> {
                    domains.replace(domain);
                    var wanted = domains.find().orElseThrow();
                    DNS.set(wanted.record(), wanted.proof());
                    assertThat(verify.look().name()).isEqualTo("FOUND");
                });
    }

    private Mailbox.Letter invite(String email) {
        invite(owner, email);
        return MAIL.get(email, "You are invited to Tidewater");
    }

    private static String invite(Browser browser, String email) {
        browser.get("/settings/members");
        var sent = browser.post("/settings/members/invitations", "email", email, "role", "AGENT");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        Eventually.eventually(() -> assertThat(MAIL.all(email)).isNotEmpty());
        return MAIL.all(email).getLast().text();
    }

    private int tls(String domain) {
        return new Browser(port).get("/tls-check?domain=" + domain).status();
    }

    private static int foreign(Browser browser, String path) {
        return browser.send(
                        HttpRequest.newBuilder(browser.at(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(HttpRequest.BodyPublishers.ofString("name=X"))
                                .build())
                .status();
    }

    private String config(String publicKey) {
        var browser = new Browser(port);
        return browser.send(
                        HttpRequest.newBuilder(browser.at("/widget/v1/" + publicKey + "/config"))
                                .GET()
                                .build())
                .body();
    }

    private io.taros.account.Account.Id tide() {
        return Tenancy.callAs(client, members::list).stream()
                .filter(member -> !member.role().isOwner())
                .findFirst()
                .orElseThrow()
                .accountId();
    }

    private void expire() {
        ago("update partner_sender set token_expires = :at", Duration.ZERO);
    }

    private void ago(String sql, Duration time) {
        everything.inTransaction(
                jdbc -> jdbc.sql(sql).param("at", Instant.now().minus(time)).update());
    }

    private void everybodyAgreed() {
        everything.inTransaction(jdbc ->
                jdbc.sql(
                                """
                                insert into consent (id, account_id, kind, is_given, version, language, source, at)
                                select gen_random_uuid(), id, 'TERMS', true, '2026-11', 'en', 'test', now() from account a
                                where not exists (select from consent c where c.account_id = a.id)
                                """)
                        .update());
    }

    private List<String> actions(OrganizationId organization) {
        return Tenancy.callAs(
                organization, () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
