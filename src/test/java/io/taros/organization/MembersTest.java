package io.taros.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-08: who is in an organization, as what, and how they get in and out. */
@TarosTest
class MembersTest {
    private static final String PAGE = "/settings/members";
    private static final Pattern LINK = Pattern.compile("/invitations/invitation_[\\w-]{66}");

    private final Tenants tenants;
    private final Members members;
    private final CustomRoles roles;
    private final Accounts accounts;
    private final Audit audit;
    private final CrossOrganization everything;
    private final JoinByAddress joining;
    private final Browser owner;
    private final Browser other;
    private final int port;
    private Tenants.Tenant acme;

    MembersTest(
            Tenants tenants,
            Members members,
            CustomRoles roles,
            Accounts accounts,
            Audit audit,
            CrossOrganization everything,
            JoinByAddress joining,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.members = members;
        this.roles = roles;
        this.accounts = accounts;
        this.audit = audit;
        this.everything = everything;
        this.joining = joining;
        this.port = port;
        owner = new Browser(port);
        other = new Browser(port);
    }

    @BeforeEach
    void acmeIsHere() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(PAGE);
    }

    @Test
    void letsSomebodyInvitedMakeAnAccountAndJoin() {
        var link = invite("ada@example.com", "EDITOR");

        assertThat(other.get(link).body()).contains("Join Acme", "ada@example.com", "Editor");
        var joined = register(other, link, "Ada");

        assertThat(joined.header("Location")).isEqualTo("/home");
        assertThat(member("ada@example.com").role()).isEqualTo(MemberRole.of(Role.EDITOR));
        assertThat(other.get("/knowledge").status()).isEqualTo(200);
        assertThat(other.get(PAGE).status()).isEqualTo(403);
        assertThat(actions()).contains("invitation.sent", "invitation.accepted");
        assertThat(
                        accounts.isAddressProven(
                                accounts.findByEmail("ada@example.com").orElseThrow().id()))
                .as("whoever invited her was handed the link")
                .isFalse();
    }

    @Test
    void opensALinkOnce() {
        var link = invite("ada@example.com", "EDITOR");
        register(other, link, "Ada");

        assertThat(new Browser(port).get(link).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasWrittenWhenSomethingIsWrong() {
        var link = invite("ada@example.com", "EDITOR");
        other.get(link);

        var refused = other.post(link, "name", "Ada", "password", "short", "age", "true");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Ada\"", "at least 12 characters");
        assertThat(accounts.findByEmail("ada@example.com")).isEmpty();
    }

    /** An invitation is for one address. */
    @Test
    void letsNobodyElseJoinWithTheLink() {
        var globex = tenants.open("Globex");
        other.signIn(globex.email(), Tenants.PASSWORD);
        var link = invite("ada@example.com", "ADMIN");

        assertThat(other.get(link).body()).contains("signed in with another address");
        other.post(link, "name", "Ada", "password", Tenants.PASSWORD, "age", "true");

        assertThat(list()).hasSize(1);
    }

    @Test
    void letsSomebodyWithAnAccountJoinAfterSigningIn() {
        var globex = tenants.open("Globex");
        var link = invite(globex.email(), "AGENT");

        assertThat(other.get(link).body()).contains("You have an account already");
        register(other, link, "Nobody");
        assertThat(list()).hasSize(1);
        // Signing in goes on where it began.
        assertThat(other.signIn(globex.email(), Tenants.PASSWORD).header("Location"))
                .isEqualTo(link);
        other.get(link);
        assertThat(other.post(link).header("Location")).isEqualTo("/home");

        assertThat(member(globex.email()).role()).isEqualTo(MemberRole.of(Role.AGENT));
        assertThat(other.get("/organizations").body()).contains("Acme", "Globex");
    }

    @Test
    void forgetsALinkThatIsReplacedTakenBackOrOver() {
        var first = invite("ada@example.com", "EDITOR");
        var second = invite("ada@example.com", "AGENT");
        assertThat(other.get(first).status()).isEqualTo(404);
        assertThat(other.get(second).status()).isEqualTo(200);

        var id = invitation("ada@example.com");
        var third = LINK.matcher(owner.post(PAGE + "/invitations/" + id + "/renewal").body());
        assertThat(third.find()).isTrue();
        assertThat(other.get(second).status()).isEqualTo(404);
        assertThat(other.get(third.group()).status()).isEqualTo(200);

        everything.inTransaction(jdbc ->
                jdbc.sql("update invitation set expires_at = now() - interval '1 minute'")
                        .update());
        assertThat(other.get(third.group()).status()).isEqualTo(404);
        assertThat(owner.get(PAGE).body()).contains("ran out");

        owner.post(PAGE + "/invitations/" + id + "/revocation");
        assertThat(owner.get(PAGE).body()).doesNotContain("ada@example.com");
    }

    @Test
    void appliesAnotherRoleToTheNextRequest() {
        var email = tenants.member(acme.organization(), Role.EDITOR);
        other.signIn(email, Tenants.PASSWORD);
        assertThat(other.get("/knowledge").status()).isEqualTo(200);

        owner.get(PAGE + "/" + id(email));
        owner.post(PAGE + "/" + id(email), "role", "BILLING");

        assertThat(other.get("/knowledge").status()).isEqualTo(403);
        owner.post(PAGE + "/" + id(email) + "/removal");
        assertThat(other.get("/home").header("Location")).isEqualTo("/organizations");
        assertThat(other.get("/organizations").body()).contains("You are in no organisation");
        assertThat(actions()).contains("member.changed", "member.removed");
    }

    /** Nor is anybody back who signs up again. */
    @Test
    void remembersWhomItRemovedWhenTheirAccountIsErased() {
        var email = tenants.member(acme.organization(), Role.EDITOR);
        var gone = id(email);
        owner.get(PAGE + "/" + gone);
        owner.post(PAGE + "/" + gone + "/removal");
        int erased =
                everything.inTransaction(jdbc ->
                        jdbc.sql("delete from account where lower(email) = lower(:email)")
                                .param("email", email)
                                .update());
        assertThat(erased).isEqualTo(1);

        Tenancy.runAs(
                acme.organization(),
                () -> {
                    var everybody = Optional.of(Role.EDITOR);
                    assertThat(joining.look(email.toUpperCase(Locale.ROOT), everybody))
                            .isEqualTo(JoinByAddress.Outcome.UNWANTED);
                    assertThat(joining.look("grace@example.com", everybody))
                            .isEqualTo(JoinByAddress.Outcome.IN);
                });
        List<Boolean> rows =
                everything.inTransaction(jdbc ->
                        jdbc.sql(
                                        "select account_id is null from former_member where length(sealed_address_hash) > 32")
                                .query(Boolean.class)
                                .list());
        assertThat(rows).as("sealed, and nobody's").containsExactly(true);
    }

    @Test
    void givesNobodyMoreThanTheGiverHas() {
        other.signIn(tenants.member(acme.organization(), Role.ADMIN), Tenants.PASSWORD);
        other.get(PAGE);

        var invited =
                other.post(PAGE + "/invitations", "email", "eve@example.com", "role", "OWNER");
        assertThat(invited.status()).isEqualTo(422);
        assertThat(invited.body())
                .contains("You can only give what you may do yourself")
                .doesNotContain("value=\"OWNER\"");
        var self = id("admin@" + acme.organization() + ".example");
        assertThat(other.post(PAGE + "/" + self, "role", "OWNER").status()).isEqualTo(422);
        var theOwner = acme.owner().value();
        assertThat(other.post(PAGE + "/" + theOwner, "role", "AGENT").status()).isEqualTo(403);
        assertThat(other.post(PAGE + "/" + theOwner + "/removal").status()).isEqualTo(403);
        var role = other.post("/settings/roles", "name", "All", "permissions", "ORGANIZATION_OWN");
        assertThat(role.status()).isEqualTo(422);
        assertThat(member(acme.email()).role().isOwner()).isTrue();
    }

    @Test
    void keepsAnOwner() {
        var own = PAGE + "/" + acme.owner().value();

        var demoted = owner.post(own, "role", "ADMIN");
        assertThat(demoted.status()).isEqualTo(422);
        assertThat(demoted.body()).contains("An organisation needs an owner");
        assertThat(owner.post("/organizations/departure").status()).isEqualTo(409);

        var second = tenants.member(acme.organization(), Role.ADMIN);
        owner.post(PAGE + "/" + id(second), "role", "OWNER");
        assertThat(owner.post("/organizations/departure").status()).isEqualTo(303);
        assertThat(list()).extracting(member -> member.role().isOwner()).containsExactly(true);
    }

    @Test
    void makesRolesOfTheOrganizationsOwn() {
        owner.post(
                "/settings/roles",
                "name",
                "Night shift",
                "permissions",
                "CONVERSATION_READ",
                "permissions",
                "BOT_READ");
        var role = Tenancy.callAs(acme.organization(), () -> roles.list().getFirst());
        var email = tenants.member(acme.organization(), Role.BILLING);
        owner.post(PAGE + "/" + id(email), "role", role.id().toString());
        other.signIn(email, Tenants.PASSWORD);

        assertThat(other.get("/inbox").status()).isEqualTo(200);
        assertThat(other.get("/knowledge").status()).isEqualTo(403);

        var refused = owner.post("/settings/roles/" + role.id() + "/deletion");
        assertThat(refused.body()).contains("Somebody has this role");
        owner.post("/settings/roles/" + role.id(), "name", "Nights", "permissions", "BOT_READ");
        assertThat(other.get("/inbox").status()).isEqualTo(403);
        owner.post(PAGE + "/" + id(email), "role", "AGENT");
        owner.post("/settings/roles/" + role.id() + "/deletion");
        assertThat(Tenancy.callAs(acme.organization(), roles::list)).isEmpty();
        assertThat(actions()).contains("role.created", "role.changed", "role.deleted");
    }

    @Test
    void refusesARoleThatIsNone() {
        assertThat(owner.post("/settings/roles", "name", "Empty").body())
                .contains("at least one permission");
        assertThat(owner.post("/settings/roles", "name", "X", "permissions", "FLY").status())
                .isEqualTo(422);
        owner.post("/settings/roles", "name", "Desk", "permissions", "BOT_READ");
        assertThat(owner.post("/settings/roles", "name", "desk", "permissions", "BOT_READ").body())
                .contains("a role of this name already");
    }

    /** A role of another organization is no role here. */
    @Test
    void knowsNoRoleOfAnotherOrganization() {
        var globex = tenants.open("Globex");
        tenants.member(globex.organization(), Permission.BOT_READ);
        var foreign = Tenancy.callAs(globex.organization(), () -> roles.list().getFirst());

        var refused =
                owner.post(
                        PAGE + "/invitations",
                        "email",
                        "ada@example.com",
                        "role",
                        foreign.id().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("no role of that name");
    }

    @Test
    void countsSeatsWithOpenInvitations() {
        everything.inTransaction(jdbc ->
                jdbc.sql("update organization set seats = 2 where organization_id = :id")
                        .param("id", acme.organization())
                        .update());
        invite("ada@example.com", "EDITOR");

        var refused = owner.post(PAGE + "/invitations", "email", "b@example.com", "role", "AGENT");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("All 2 seats are taken", "2 of 2 seats");
    }

    @Test
    void workInTheOrganizationThatWasChosen() {
        var globex = tenants.open("Globex");
        var link = invite(globex.email(), "AGENT");
        other.signIn(globex.email(), Tenants.PASSWORD);
        other.get(link);
        other.post(link);
        assertThat(other.get("/home").body()).contains("Acme");

        other.get("/organizations");
        other.post("/organizations/" + globex.organization() + "/choice");

        assertThat(other.get("/organizations").body()).contains("Globex");
        assertThat(other.get(PAGE).status()).isEqualTo(200);
        assertThat(owner.post("/organizations/" + globex.organization() + "/choice").status())
                .isEqualTo(404);
    }

    @Test
    void opensAnotherOrganizationForAnOwnerOnly() {
        assertThat(owner.post("/organizations", "organization", "Second").header("Location"))
                .isEqualTo("/home");
        assertThat(owner.get("/organizations").body()).contains("Acme", "Second");

        other.signIn(tenants.member(acme.organization(), Role.ADMIN), Tenants.PASSWORD);
        other.get("/organizations");
        var refused = other.post("/organizations", "organization", "Third");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Only somebody who owns");
    }

    @Test
    void renamesTheOrganization() {
        owner.post(
                "/settings/organization",
                "name",
                "Acme Ltd",
                "language",
                "da",
                "timeZone",
                "Europe/Copenhagen");
        assertThat(owner.get("/home").body()).contains("Acme Ltd");

        var refused =
                owner.post(
                        "/settings/organization", "name", "", "language", "da", "timeZone", "Mars");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(owner.get("/home").body()).contains("Acme Ltd");
    }

    private String invite(String email, String role) {
        var page = owner.post(PAGE + "/invitations", "email", email, "role", role);
        var link = LINK.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group();
    }

    private static Browser.Page register(Browser browser, String link, String name) {
        browser.get(link);
        return browser.post(link, "name", name, "password", Tenants.PASSWORD, "age", "true");
    }

    private UUID id(String email) {
        return accounts.findByEmail(email).map(Account::id).map(Account.Id::value).orElseThrow();
    }

    private Member member(String email) {
        return Tenancy.callAs(
                acme.organization(), () -> members.find(new Account.Id(id(email))).orElseThrow());
    }

    private List<Member> list() {
        return Tenancy.callAs(acme.organization(), members::list);
    }

    private UUID invitation(String email) {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select id from invitation where email = :email")
                        .param("email", email)
                        .query(UUID.class)
                        .single());
    }

    private List<String> actions() {
        return Tenancy.callAs(
                acme.organization(),
                () -> audit.latest(100).stream().map(AuditEntry::action).toList());
    }
}
