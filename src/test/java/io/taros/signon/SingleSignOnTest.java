package io.taros.signon;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.account.ProvidersTest.DNS;
import static io.taros.account.ProvidersTest.PROVIDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.Providers;
import io.taros.account.ProvidersTest;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-34: an organization's own provider opens what is the organization's, and nothing beyond. */
@ProvidersTest
@ExtendWith(OutputCaptureExtension.class)
class SingleSignOnTest {
    private static final String ADA = "ada@loom.example";
    private static final Map<String, Object> ADA_THERE =
            Map.of("email", ADA, "email_verified", true, "name", "Ada Lovelace");

    private final Tenants tenants;
    private final Houses houses;
    private final Accounts accounts;
    private final Members members;
    private final Organizations organizations;
    private final CrossOrganization everything;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser browser;
    private Tenants.Tenant loom;

    SingleSignOnTest(
            Tenants tenants,
            Houses houses,
            Accounts accounts,
            Members members,
            Organizations organizations,
            CrossOrganization everything,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.houses = houses;
        this.accounts = accounts;
        this.members = members;
        this.organizations = organizations;
        this.everything = everything;
        this.jdbc = jdbc;
        this.port = port;
        browser = new Browser(port);
    }

    @BeforeEach
    void loomHasAProvider() {
        DNS.empty();
        MAIL.empty();
        PROVIDERS.reset();
        loom = tenants.open("Loom");
        houses.prove(loom, "loom.example");
        houses.provide(loom, "acme");
        PROVIDERS.person("acme", "ada-there", ADA_THERE);
    }

    @Test
    void leadsFromAnAddressToTheProviderOfItsDomainWhoeverHasAnAccount() {
        member(ADA, Role.AGENT);
        assertThat(browser.get("/sign-in").body()).contains("Sign in with single sign-on");
        browser.get("/sign-in/single");
        for (var email : List.of(ADA, "nobody@LOOM.example ", "x@loom.example")) {
            assertThat(Providers.leads(browser.post("/sign-in/single", "email", email)))
                    .startsWith(PROVIDERS.url() + "/acme/authorize?");
        }
        for (var email : List.of("ada@sub.loom.example", "ada@other.example", "ada", "")) {
            assertThat(browser.post("/sign-in/single", "email", email).body())
                    .contains("No organisation here signs in people of this domain");
        }
    }

    @Test
    void signsInAMemberByTheAddressOnceAndByTheSubjectFromThenOn() {
        var ada = member(ADA, Role.AGENT);

        assertThat(arrive(browser).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/account").body()).contains(ADA);
        MAIL.get(ADA, "Another way into your account");
        assertThat(details(loom)).contains("{\"way\": \"SINGLE_SIGN_ON\"}");

        PROVIDERS.person("acme", "ada-there", Map.of("email", "ada.byron@loom.example"));
        var again = new Browser(port);
        assertThat(arrive(again).header("Location")).isEqualTo("/home");
        assertThat(again.get("/account").body()).as("known by her subject").contains(ADA);
        PROVIDERS.person("acme", "another", ADA_THERE);
        assertThat(arrive(new Browser(port)).body())
                .as("an address that was given to somebody else")
                .contains("Somebody else came before you");
        assertThat(links()).containsExactly(ada.value());
    }

    /** The attack this all is about. */
    @Test
    void vouchesForNobodyOutsideItsDomains() {
        var victim = tenants.open("Victim");
        for (var email :
                List.of(
                        victim.email(),
                        "owner@VICTIM.example",
                        "owner@victim.example@loom.example",
                        "owner@sub.loom.example",
                        "owner@loom.example.victim.example",
                        "owner@loom.example\u0000")) {
            PROVIDERS.person("acme", "eve", Map.of("email", email, "email_verified", true));
            assertThat(arrive(browser).body())
                    .as(email)
                    .contains("not the organisation’s to vouch for");
        }
        PROVIDERS.person("acme", "eve", Map.of());
        assertThat(arrive(browser).body()).contains("not the organisation’s to vouch for");
        assertThat(links()).isEmpty();
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void vouchesForNobodyOfADomainThatIsOnlyListedOrWasLost() {
        var victim = tenants.open("Victim");
        houses.everybodyAgreed();
        var owner = new Browser(port);
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get("/settings/domains");
        owner.post("/settings/domains", "domain", "victim.example");
        PROVIDERS.person("acme", "eve", Map.of("email", victim.email(), "email_verified", true));
        assertThat(arrive(browser).body()).contains("not the organisation’s to vouch for");

        var ada = member(ADA, Role.AGENT);
        PROVIDERS.person("acme", "ada-there", ADA_THERE);
        assertThat(arrive(new Browser(port)).status()).isEqualTo(303);
        everything.inTransaction(
                all -> all.sql("update organization_domain set verified_at = null").update());
        assertThat(arrive(browser).body()).contains("not the organisation’s to vouch for");
        assertThat(links()).containsExactly(ada.value());
    }

    /** An account that moved away is not opened by where it was. */
    @Test
    void opensNoAccountThatHasAnotherAddressNow() {
        var ada = member(ADA, Role.AGENT);
        arrive(new Browser(port));
        jdbc.sql("update account set email = 'ada@home.example' where id = :id")
                .param("id", ada)
                .update();

        assertThat(arrive(browser).body()).contains("Your account has moved on");
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    /** People may type an address themselves in many a directory. */
    @Test
    void believesNoAddressThatTheProviderItselfDoubts() {
        member(ADA, Role.AGENT);
        for (var doubt : List.<Object>of(false, "false", 0)) {
            PROVIDERS.person("acme", "eve", Map.of("email", ADA, "email_verified", doubt));
            assertThat(arrive(browser).body()).contains("not the organisation’s to vouch for");
        }
        PROVIDERS.person("acme", "eve", Map.of("email", ADA, "xms_edov", false));
        assertThat(arrive(browser).body()).contains("not the organisation’s to vouch for");
        PROVIDERS.person("acme", "ada-there", Map.of("email", ADA));
        assertThat(arrive(browser).header("Location")).as("says nothing of it").isEqualTo("/home");
    }

    @Test
    void letsInNobodyWhoIsNoMember() {
        var stranger = tenants.account(ADA, "Ada");
        prove(stranger);
        assertThat(arrive(browser).body()).contains("You are not a member yet");
        PROVIDERS.person("acme", "bob", Map.of("email", "bob@loom.example"));
        assertThat(arrive(browser).body()).contains("You are not a member yet");
        assertThat(links()).isEmpty();
        assertThat(accounts.findByEmail("bob@loom.example")).isEmpty();
    }

    @Test
    void makesAMemberOfWhoeverComesWhereTheOrganizationSaysSo() {
        houses.join(loom, Role.ANALYST);

        assertThat(arrive(browser).header("Location")).isEqualTo("/sign-in/identity");
        assertThat(accounts.findByEmail(ADA)).as("not before she agrees").isEmpty();
        assertThat(browser.get("/sign-in/identity").body()).contains("Loom says that you are");
        assertThat(agree(browser).header("Location")).isEqualTo("/home");

        var ada = accounts.findByEmail(ADA).orElseThrow().id();
        assertThat(place(ada).role().common()).isEqualTo(Role.ANALYST);
        assertThat(accounts.isAddressProven(ada)).isTrue();
        assertThat(browser.get("/account").body()).contains(ADA);
        assertThat(details(loom)).contains("{\"way\": \"DOMAIN\", \"role\": \"ANALYST\"}");
    }

    @Test
    void joinsAnAccountThatIsThereAlreadyIfItsAddressIsProven() {
        houses.join(loom, Role.AGENT);
        var ada = tenants.account(ADA, "Ada");

        assertThat(arrive(browser).body())
                .as("somebody may have laid it out for her")
                .contains("may not be yours");
        assertThat(links()).isEmpty();
        prove(ada);
        assertThat(arrive(browser).header("Location")).isEqualTo("/home");
        assertThat(place(ada).role().common()).isEqualTo(Role.AGENT);
    }

    @Test
    void respectsSeats() {
        houses.join(loom, Role.AGENT);
        Tenancy.runAs(loom.organization(), () -> organizations.setSeats(1));
        assertThat(arrive(browser).body()).contains("All seats are taken");

        Tenancy.runAs(loom.organization(), () -> organizations.setSeats(2));
        arrive(browser);
        browser.get("/sign-in/identity");
        Tenancy.runAs(loom.organization(), () -> organizations.setSeats(1));
        agree(browser);
        assertThat(accounts.findByEmail(ADA)).as("taken while she read").isEmpty();
    }

    @Test
    void takesTheInvitationThatWaits() {
        houses.everybodyAgreed();
        var owner = new Browser(port);
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get("/settings/members");
        assertThat(
                        owner.post("/settings/members/invitations", "email", ADA, "role", "EDITOR")
                                .status())
                .isLessThan(400);

        var link = MAIL.get(ADA, "You are invited to Loom").link();
        assertThat(browser.get(link).body()).contains(door(loom), "Continue with Loom");
        assertThat(arrive(browser).header("Location")).isEqualTo("/sign-in/identity");
        browser.get("/sign-in/identity");
        agree(browser);
        var ada = accounts.findByEmail(ADA).orElseThrow().id();
        assertThat(place(ada).role().common()).isEqualTo(Role.EDITOR);
    }

    /**
     * Login CSRF: whoever owns a provider has it name their own account, and leads others there. A
     * link on a page of ours is no better, for people write in those, too.
     */
    @Test
    void takesNobodyToAnOrganizationsProviderByALinkAlone() {
        member(ADA, Role.AGENT);
        for (var site : List.of("cross-site", "same-site", "same-origin", "none")) {
            var page =
                    browser.send(
                            HttpRequest.newBuilder(browser.at(door(loom)))
                                    .header("Sec-Fetch-Site", site)
                                    .build());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("This is the sign-in of Loom", "action=\"" + door(loom))
                    .doesNotContain(PROVIDERS.url(), "http-equiv", "at present");
        }
        assertThat(browser.postWithoutToken(door(loom)).status()).isEqualTo(403);

        browser.get(door(loom));
        var back = PROVIDERS.agree(Providers.leads(browser.post(door(loom))));
        assertThat(browser.get(back.getRawPath() + "?" + back.getRawQuery()).header("Location"))
                .isEqualTo("/home");
    }

    @Test
    void takesNobodyOutOfTheAccountTheyAreInByALinkAlone() {
        tenants.account("eve@other.example", "Eve");
        houses.everybodyAgreed();
        browser.signIn("eve@other.example", Tenants.PASSWORD);
        for (var door : List.of(door(loom), "/sign-in/with/google")) {
            assertThat(browser.get(door).body())
                    .contains("You are signed in as eve@other.example at present")
                    .doesNotContain(PROVIDERS.url());
        }
        assertThat(browser.get("/account").body()).contains("eve@other.example");

        member(ADA, Role.AGENT);
        houses.everybodyAgreed();
        assertThat(arrive(browser).header("Location")).isEqualTo("/home");
        assertThat(browser.get("/account").body()).contains(ADA);
    }

    @Test
    void keepsAnInvitationWhileItSaysWhoseSignInItIs() {
        var owner = new Browser(port);
        houses.everybodyAgreed();
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get("/settings/members");
        owner.post("/settings/members/invitations", "email", ADA, "role", "EDITOR");
        var link = MAIL.get(ADA, "You are invited to Loom").link();
        var door = door(loom) + "?invitation=" + link.substring("/invitations/".length());

        assertThat(browser.get(link).body()).contains(door);
        assertThat(browser.get(door).header("Referrer-Policy")).isEqualTo("no-referrer");
        var back = PROVIDERS.agree(Providers.leads(browser, door));
        browser.get(back.getRawPath() + "?" + back.getRawQuery());
        browser.get("/sign-in/identity");
        assertThat(agree(browser).header("Location")).isEqualTo(link);
    }

    @Test
    void asksForTheSecondFactorToo() {
        var ada = member(ADA, Role.AGENT);
        secondFactor(ada);
        assertThat(arrive(browser).header("Location")).isEqualTo("/sign-in/code");
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    /** Joining is open to their address, and their provider account may be open for a while. */
    @Test
    void takesNobodyBackWhoWasRemovedUnlessTheyAreInvited() {
        houses.join(loom, Role.AGENT);
        arrive(browser);
        browser.get("/sign-in/identity");
        assertThat(agree(browser).header("Location")).isEqualTo("/home");
        var ada = accounts.findByEmail(ADA).orElseThrow().id();
        prove(ada);
        var owner = new Browser(port);
        houses.everybodyAgreed();
        owner.signIn(loom.email(), Tenants.PASSWORD);
        owner.get("/settings/members");
        assertThat(owner.post("/settings/members/" + ada + "/removal").status()).isEqualTo(303);

        assertThat(arrive(new Browser(port)).body()).contains("You are not a member yet");
        browser.get("/organizations");
        assertThat(browser.get("/organizations").body()).doesNotContain("Loom");
        assertThat(browser.post("/organizations/" + loom.organization() + "/membership").status())
                .isEqualTo(404);
        move(ada, "ada@elsewhere.example");
        assertThat(arrive(new Browser(port)).body())
                .as("a new account with the address they had")
                .contains("You are not a member yet");
        move(ada, ADA);

        owner.get("/settings/members");
        owner.post("/settings/members/invitations", "email", ADA, "role", "EDITOR");
        assertThat(arrive(new Browser(port)).header("Location")).isEqualTo("/home");
        assertThat(place(ada).role().common()).isEqualTo(Role.EDITOR);
        assertThat(formerMembers()).as("welcome again").isZero();
    }

    @Test
    void takesBackWhoeverLeftByThemselves() {
        houses.join(loom, Role.AGENT);
        var ada = member(ADA, Role.AGENT);
        prove(ada);
        houses.everybodyAgreed();
        browser.signIn(ADA, Tenants.PASSWORD);
        browser.get("/settings/organization");
        browser.post("/organizations/departure");
        assertThat(formerMembers()).isZero();

        assertThat(arrive(new Browser(port)).header("Location")).isEqualTo("/home");
        assertThat(place(ada).role().common()).isEqualTo(Role.AGENT);
    }

    @Test
    void isOffUntilItIsSwitchedOn() {
        member(ADA, Role.AGENT);
        var back = PROVIDERS.agree(Providers.leads(browser, door(loom)));
        everything.inTransaction(
                all -> all.sql("update organization_provider set rule = 'OFF'").update());

        assertThat(browser.get(back.getRawPath() + "?" + back.getRawQuery()).body())
                .contains("This sign-in is switched off");
        assertThat(browser.get(door(loom)).status()).isEqualTo(404);
        browser.get("/sign-in/single");
        assertThat(browser.post("/sign-in/single", "email", ADA).status()).isEqualTo(422);
    }

    /** Whoever owns an organization owns its provider, which may take its time to answer. */
    @Test
    void vouchesForNobodyWhenItIsRemovedWhileItIsAsked() {
        PROVIDERS.person(
                "acme", "eve", Map.of("email", "ceo@victim.example", "email_verified", true));
        var back = back(browser, loom);
        PROVIDERS.change(body -> {
            if (body.contains("id_token")) {
                houses.remove(loom);
            }
            return body;
        });

        assertThat(browser.get(back).body()).contains("This sign-in is switched off");
        assertThat(browser.get("/sign-in/identity").header("Location")).isEqualTo("/sign-in");
        assertThat(accounts.findByEmail("ceo@victim.example")).isEmpty();
    }

    @Test
    void opensNothingOnceItIsRemovedWhileSomebodyReadsWhatToAgreeTo() {
        houses.join(loom, Role.AGENT);
        arrive(browser);
        browser.get("/sign-in/identity");
        houses.remove(loom);

        assertThat(agree(browser).status()).isEqualTo(200);
        assertThat(accounts.findByEmail(ADA)).isEmpty();
        assertThat(browser.get("/account").header("Location")).isEqualTo("/sign-in");
    }

    @Test
    void letsNobodyIntoAnOrganizationThatIsNotServed() {
        member(ADA, Role.AGENT);
        houses.join(loom, Role.AGENT);
        var back = back(browser, loom);
        for (var set : List.of("suspended_at = %s", "closed_at = %1$s, erase_at = %1$s")) {
            mark(set, "now()");
            assertThat(browser.get(back).body()).contains("This sign-in is switched off");
            assertThat(browser.get(door(loom)).status()).isEqualTo(404);
            mark(set, "null");
            back = back(browser, loom);
        }
        assertThat(links()).isEmpty();
        assertThat(browser.get(back).header("Location")).isEqualTo("/home");
    }

    @Test
    void offersNoDoorIntoAnOrganizationThatIsNotServed() {
        houses.join(loom, Role.AGENT);
        var eve = tenants.account("eve@loom.example", "Eve");
        prove(eve);
        houses.everybodyAgreed();
        browser.signIn("eve@loom.example", Tenants.PASSWORD);
        var door = "/organizations/" + loom.organization() + "/membership";
        mark("suspended_at = %s", "now()");

        assertThat(browser.get("/organizations").body()).doesNotContain(door);
        assertThat(browser.post(door).status()).isEqualTo(404);
        mark("suspended_at = %s", "null");
        assertThat(browser.get("/organizations").body()).contains(door);
        assertThat(browser.post(door).status()).isEqualTo(303);
    }

    private void mark(String set, String when) {
        everything.inTransaction(all ->
                all.sql(
                                "update organization set "
                                        + set.formatted(when)
                                        + " where organization_id = :id")
                        .param("id", loom.organization())
                        .update());
    }

    /** Somebody else may have bought the domain. */
    @Test
    void takesOverNobodyNewWhileTheRecordIsGone() {
        var ada = member(ADA, Role.AGENT);
        arrive(new Browser(port));
        houses.join(loom, Role.AGENT);
        var bob = tenants.account("bob@loom.example", "Bob");
        Tenancy.runAs(loom.organization(), () -> members.add(bob, Role.AGENT));
        var carl = member("carl@loom.example", Role.AGENT);
        prove(tenants.account("eve@loom.example", "Eve"));
        houses.everybodyAgreed();
        DNS.remove("loom.example");
        houses.look(loom.organization(), "loom.example");

        assertThat(arrive(browser).header("Location")).as("known already").isEqualTo("/home");
        prove(carl);
        member("dora@loom.example", Role.AGENT);
        for (var name : List.of("carl", "dora", "new")) {
            PROVIDERS.person("acme", name, Map.of("email", name + "@loom.example"));
            assertThat(arrive(new Browser(port)).body()).as(name).contains("domain is in doubt");
        }
        assertThat(links()).containsExactly(ada.value());
        PROVIDERS.person("acme", "bob", Map.of("email", "bob@loom.example"));
        assertThat(arrive(new Browser(port)).header("Location"))
                .as("a member while the record was there")
                .isEqualTo("/home");
        var eve = new Browser(port);
        eve.signIn("eve@loom.example", Tenants.PASSWORD);
        var door = "/organizations/" + loom.organization() + "/membership";
        assertThat(eve.get("/organizations").body()).doesNotContain(door);
        assertThat(eve.post(door).status()).isEqualTo(404);
    }

    /** Its domain holds people to the provider, which is for owners to switch off. */
    @Test
    void keepsItsDomainFromAllButOwnersWhileItIsOn() {
        var admin = new Browser(port);
        var email = tenants.member(loom.organization(), Role.ADMIN);
        houses.everybodyAgreed();
        admin.signIn(email, Tenants.PASSWORD);
        var removal =
                "/settings/domains/"
                        + houses.get(loom.organization(), "loom.example").id()
                        + "/removal";
        admin.get("/settings/domains");

        var refused = admin.post(removal);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Only an owner of the organisation can remove it");
        assertThat(houses.get(loom.organization(), "loom.example").isVerified()).isTrue();

        browser.signIn(loom.email(), Tenants.PASSWORD);
        browser.get("/settings/domains");
        assertThat(browser.post(removal).status()).isEqualTo(303);
        MAIL.get(loom.email(), "loom.example was removed from Loom");
    }

    /** Two organizations, even at one provider with one client, and one person's answers. */
    @Test
    void mixesUpNoTwoOrganizations() {
        var ada = member(ADA, Role.AGENT);
        arrive(new Browser(port));
        var globex = tenants.open("Globex");
        houses.prove(globex, "globex.example");
        houses.provide(globex, "acme");
        houses.join(globex, Role.AGENT);

        var loomsAnswer = back(browser, loom);
        var atGlobexsDoor =
                loomsAnswer.replace(
                        loom.organization().toString(), globex.organization().toString());
        assertThat(browser.get(atGlobexsDoor).body()).contains("does not belong here");
        assertThat(browser.get(loomsAnswer).body()).as("used up").contains("does not belong here");
        assertThat(arrive(browser, globex).body())
                .as("Ada, who is known at Loom by the same issuer and subject")
                .contains("not the organisation’s to vouch for");
        assertThat(links()).containsExactly(ada.value());

        houses.provide(globex, "globex");
        var issuer = "&iss=" + PROVIDERS.url() + "/globex";
        assertThat(browser.get(back(browser, loom) + issuer).body())
                .contains("does not belong here");
        assertThat(browser.get(back(browser, loom) + "&iss=" + PROVIDERS.url() + "/acme").status())
                .isEqualTo(303);
    }

    @Test
    void forgetsWhoItsPeopleAreWithItsProviderAndWithTheMembership() {
        var ada = member(ADA, Role.AGENT);
        arrive(new Browser(port));
        houses.provide(loom, "globex");
        assertThat(links()).isEmpty();
        houses.provide(loom, "acme");
        arrive(new Browser(port));
        assertThat(links()).containsExactly(ada.value());

        everything.inTransaction(all ->
                all.sql("delete from member where account_id = :id").param("id", ada).update());
        assertThat(links()).isEmpty();
    }

    @Test
    void takesKeysThatTheProviderChangedMeanwhile() {
        member(ADA, Role.AGENT);
        arrive(new Browser(port));
        var rotated = new RotatedKey();
        PROVIDERS.change(rotated::change);

        assertThat(arrive(browser).header("Location")).isEqualTo("/home");
        assertThat(rotated.signed()).isPositive();
    }

    /** RFC 9207: a provider that says it always names itself is held to it. */
    @Test
    void wantsToBeToldTheIssuerWhereThatIsPromised() {
        member(ADA, Role.AGENT);
        PROVIDERS.change(body ->
                body.contains("\"authorization_endpoint\"")
                        ? body.replaceFirst(
                                "\\{", "{\"authorization_response_iss_parameter_supported\": true,")
                        : body);
        // Another client, so that the description is read anew.
        houses.rotate(loom, "another secret");
        assertThat(arrive(browser).body()).contains("We could not check who you are");
        var named = back(browser, loom) + "&iss=" + PROVIDERS.url() + "/acme";
        assertThat(browser.get(named).header("Location")).isEqualTo("/home");
    }

    @Test
    void writesNeitherCodeNorTokenNorSecretAnywhere(CapturedOutput output) {
        member(ADA, Role.AGENT);
        var back = back(browser, loom);
        var page = browser.get(back);
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        PROVIDERS.change(body -> body.replace("id_token", "no_token"));
        arrive(new Browser(port));

        var code = back.replaceAll(".*code=([^&]+).*", "$1");
        assertThat(output.getAll())
                .doesNotContain(code)
                .doesNotContain("eyJ")
                .doesNotContain(Providers.SECRET)
                .doesNotContain(ADA);
        var stored =
                everything.inTransaction(all ->
                        all.sql("select encode(sealed_secret, 'escape') from organization_provider")
                                .query(String.class)
                                .single());
        assertThat(stored).doesNotContain(Providers.SECRET);
    }

    private static String door(Tenants.Tenant tenant) {
        return "/sign-in/with/" + tenant.organization();
    }

    private Page arrive(Browser somebody) {
        return arrive(somebody, loom);
    }

    private static Page arrive(Browser somebody, Tenants.Tenant tenant) {
        return somebody.get(back(somebody, tenant));
    }

    private static String back(Browser somebody, Tenants.Tenant tenant) {
        var back = PROVIDERS.agree(Providers.leads(somebody, door(tenant)));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static Page agree(Browser somebody) {
        return somebody.post("/sign-in/identity", "name", "Ada", "age", "true", "texts", "true");
    }

    private Account.Id member(String email, Role role) {
        var id = tenants.account(email, "Ada");
        Tenancy.runAs(loom.organization(), () -> members.add(id, role));
        return id;
    }

    private Member place(Account.Id account) {
        Optional<Member> found = Tenancy.callAs(loom.organization(), () -> members.find(account));
        return found.orElseThrow();
    }

    private void move(Account.Id account, String email) {
        jdbc.sql("update account set email = :email where id = :id")
                .param("email", email)
                .param("id", account)
                .update();
    }

    private long formerMembers() {
        return Objects.requireNonNull(
                everything.inTransaction(all ->
                        all.sql("select count(*) from former_member").query(Long.class).single()));
    }

    private void prove(Account.Id account) {
        accounts.prove(account);
    }

    private void secondFactor(Account.Id account) {
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        values (:id, 'x', 0, now(), now())
                        """)
                .param("id", account)
                .update();
    }

    private List<Object> links() {
        return everything.inTransaction(all ->
                List.copyOf(
                        all.sql("select account_id from organization_identity")
                                .query(java.util.UUID.class)
                                .list()));
    }

    private List<String> details(Tenants.Tenant tenant) {
        return everything.inTransaction(all ->
                all.sql(
                                """
                                select detail::jsonb::text from audit_entry
                                where organization_id = :id and detail is not null
                                """)
                        .param("id", tenant.organization())
                        .query(String.class)
                        .list());
    }
}
