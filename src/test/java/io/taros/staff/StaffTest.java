package io.taros.staff;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Role;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-35: who of those who run the installation sees what, why, and for how long. */
@TarosTest
class StaffTest {
    private static final String SETTINGS = "/settings/staff-access";
    private static final String REASON = "Their widget answers nobody since noon.";
    private static final Pattern DECISION =
            Pattern.compile("/staff/requests/[0-9a-f-]{36}/[0-9a-f-]{36}/approval");
    private static final Pattern END = Pattern.compile(SETTINGS + "/[0-9a-f-]{36}/end");

    private final Tenants tenants;
    private final StaffPeople people;
    private final StaffCommand command;
    private final Audit audit;
    private final AuditCheck check;
    private final CrossOrganization everything;
    private final JdbcClient jdbc;
    private final int port;
    private final Browser owner;
    private Tenant acme;
    private Browser support;

    StaffTest(
            Tenants tenants,
            StaffPeople people,
            StaffCommand command,
            Audit audit,
            AuditCheck check,
            CrossOrganization everything,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.people = people;
        this.command = command;
        this.audit = audit;
        this.check = check;
        this.everything = everything;
        this.jdbc = jdbc;
        this.port = port;
        owner = new Browser(port);
    }

    @BeforeEach
    void acmeAndSupportAreHere() {
        acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        owner.get(SETTINGS);
        support = people.signIn(port, StaffRole.SUPPORT);
    }

    @Test
    void seesNothingOfAnOrganizationThatLetNobodyIn() {
        var facts = support.get(place(acme));
        assertThat(facts.status()).isEqualTo(200);
        assertThat(facts.body()).contains("Acme").doesNotContain(acme.email(), "Acme owner");

        assertThat(enter(support, acme).status()).isEqualTo(409);

        assertThat(support.get("/knowledge").status()).isEqualTo(403);
        assertThat(support.get("/inbox").status()).isEqualTo(403);
        assertThat(actions(acme.organization())).doesNotContain("staff-access.entered");
    }

    @Test
    void certifiesPartnersForAReasonThatStandsInTheStaffLog() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        var page = administrator.get("/staff/partners");
        assertThat(page.status()).isEqualTo(200);
        var id = acme.organization().toString();
        for (var wrong :
                List.of(
                        List.of(id, "Short"),
                        List.of("nonsense", REASON),
                        List.of(UUID.randomUUID().toString(), REASON))) {
            var refused =
                    administrator.post(
                            "/staff/partners",
                            "organization",
                            wrong.getFirst(),
                            "reason",
                            wrong.getLast());
            assertThat(refused.status()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(owner.get("/partner").status()).isEqualTo(404);

        administrator.post("/staff/partners", "organization", id, "reason", REASON);

        assertThat(owner.get("/partner").status()).isEqualTo(200);
        assertThat(administrator.get("/staff/partners").body()).contains("Acme");
        assertThat(
                        administrator
                                .post("/staff/partners", "organization", id, "reason", REASON)
                                .body())
                .contains("is a partner already");
        assertThat(entry(acme.organization(), "partner.certified").actorKind())
                .isEqualTo(ActorKind.STAFF);
        assertThat(entry(OrganizationId.INSTALLATION, "staff.partner-certified").detail())
                .contains(REASON);

        var withdrawal = "/staff/partners/" + id + "/withdrawal";
        assertThat(administrator.post(withdrawal, "reason", "Short").status()).isEqualTo(422);
        administrator.post(withdrawal, "reason", REASON);

        assertThat(owner.get("/partner").status()).isEqualTo(404);
        assertThat(administrator.post(withdrawal, "reason", REASON).status()).isEqualTo(404);
        assertThat(actions(OrganizationId.INSTALLATION)).contains("staff.partner-withdrawn");
        assertThat(actions(acme.organization())).contains("partner.certification-revoked");
        for (var role : List.of(StaffRole.FINANCE, StaffRole.ENGINEER)) {
            assertThat(people.signIn(port, role).get("/staff/partners").status()).isEqualTo(403);
        }
    }

    @Test
    void findsTheWayToItsAreaAndNobodyElseDoes() {
        assertThat(support.get("/organizations").status()).isEqualTo(200);
        assertThat(owner.get("/home").body()).doesNotContain("href=\"/staff\"");

        people.appoint(acme.owner(), StaffRole.SUPPORT);

        assertThat(owner.get("/organizations").body()).contains("href=\"/staff\"");
    }

    @Test
    void readsAndChangesNothingWhereAnOwnerLetThemIn() {
        grant("24");

        assertThat(enter(support, acme).header("Location")).isEqualTo("/home");

        assertThat(support.get("/home").body()).contains("You are working in Acme as staff");
        for (var path : List.of("/knowledge", "/inbox", "/bot", "/insights")) {
            assertThat(support.get(path).status()).as(path).isEqualTo(200);
        }
        for (var path : List.of("/test", "/settings/members", "/settings/audit-log", SETTINGS)) {
            assertThat(support.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(support.post("/knowledge/sources").status()).isEqualTo(403);
        assertThat(support.post(SETTINGS, "hours", "168").status()).isEqualTo(403);
    }

    @Test
    void mayAsTheirRoleSays() {
        grant("1");
        var engineer = people.signIn(port, StaffRole.ENGINEER);
        enter(engineer, acme);
        assertThat(engineer.get("/test").status()).isEqualTo(200);
        assertThat(engineer.get("/inbox").status()).isEqualTo(200);

        var finance = people.signIn(port, StaffRole.FINANCE);
        assertThat(enter(finance, acme).status()).isEqualTo(403);
        assertThat(finance.get("/inbox").status()).isEqualTo(403);
    }

    @Test
    void standsInBothAuditLogsEachTimeTheyComeIn() {
        grant("1");
        enter(support, acme);
        support.post("/organizations/return");
        enter(support, acme);

        assertThat(entries(acme.organization()))
                .filteredOn(entry -> entry.action().equals("staff-access.entered"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.actorKind()).isEqualTo(ActorKind.STAFF);
                    assertThat(entry.actorId()).isEqualTo(supportAccount());
                });
        assertThat(entries(acme.organization()))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("staff-access.granted");
                    assertThat(entry.actorKind()).isEqualTo(ActorKind.MEMBER);
                });
        assertThat(entries(OrganizationId.INSTALLATION))
                .filteredOn(entry -> entry.action().equals("staff-access.entered"))
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(entry.objectId()).isEqualTo(acme.organization().value()));
        assertThat(owner.get("/settings/audit-log").body())
                .contains("Staff came in", "Staff let in");
    }

    @Test
    void isOutWithTheNextRequestWhenTheTimeIsUp() {
        grant("1");
        enter(support, acme);
        assertThat(support.get("/knowledge").status()).isEqualTo(200);

        everything.inTransaction(database ->
                database.sql("update staff_access set expires_at = now() - interval '1 second'")
                        .update());

        assertThat(support.get("/knowledge").status()).isEqualTo(403);
        assertThat(owner.get(SETTINGS).body())
                .contains("Over")
                .doesNotContain("Take back</button>");
    }

    /** And whoever was in under what is over is not in again unseen when there is a new one. */
    @Test
    void isOutWithTheNextRequestWhenItIsTakenBack() {
        grant("168");
        enter(support, acme);
        assertThat(support.get("/knowledge").status()).isEqualTo(200);

        assertThat(takeBack().status()).isEqualTo(303);
        assertThat(support.get("/knowledge").status()).isEqualTo(403);
        assertThat(actions(acme.organization())).contains("staff-access.taken-back");

        grant("1");
        assertThat(support.get("/knowledge").status()).as("without going in").isEqualTo(403);
        enter(support, acme);
        assertThat(support.get("/knowledge").status()).isEqualTo(200);
    }

    @Test
    void goesNowhereElse() {
        var globex = tenants.open("Globex");
        grant("1");
        enter(support, acme);

        assertThat(enter(support, globex).status()).isEqualTo(409);
        assertThat(support.get("/home").body()).contains("Acme").doesNotContain("Globex");
        assertThat(enter(support, UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(actions(globex.organization())).doesNotContain("staff-access.entered");
    }

    @Test
    void isLetInInAnEmergencyBySomebodyElseOnly() {
        var one = people.signIn(port, "one@staff.example", StaffRole.ADMINISTRATOR);
        var other = people.signIn(port, "other@staff.example", StaffRole.ADMINISTRATOR);
        assertThat(ask(one, "Too short").status()).isEqualTo(422);
        assertThat(ask(one, REASON).status()).isEqualTo(303);
        assertThat(ask(one, REASON).body()).contains("You asked already");
        assertThat(one.get(place(acme)).body()).contains("You asked to be let in");

        assertThat(one.get("/staff/requests").body()).contains("Somebody else decides about yours");
        var decision = decision(other);
        assertThat(one.post(decision).status()).as("one's own").isEqualTo(409);
        assertThat(enter(one, acme).status()).isEqualTo(409);

        assertThat(other.post(decision).status()).isEqualTo(303);
        assertThat(other.post(decision).status()).as("once more").isEqualTo(409);

        assertThat(enter(support, acme).status()).as("for one person").isEqualTo(409);
        assertThat(enter(other, acme).status()).as("not who approved").isEqualTo(409);
        assertThat(enter(one, acme).status()).isEqualTo(303);
        assertThat(one.get("/inbox").status()).isEqualTo(200);
        assertThat(owner.get(SETTINGS).body())
                .contains("Emergency: one", REASON, "Staff can look at what is in here");
        for (var action : List.of("asked", "approved", "entered")) {
            assertThat(entries(acme.organization()))
                    .filteredOn(entry -> entry.action().equals("staff-access." + action))
                    .hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.detail()).contains(REASON));
            assertThat(actions(OrganizationId.INSTALLATION)).contains("staff-access." + action);
        }

        assertThat(takeBack().status()).isEqualTo(303);
        assertThat(one.get("/inbox").status()).isEqualTo(403);
    }

    @Test
    void isOutAnHourAfterAnEmergencyBegan() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        ask(support, REASON);
        var asked = Instant.now();
        administrator.post(decision(administrator));

        var until =
                everything.inTransaction(database ->
                        database.sql("select expires_at from staff_access")
                                .query(java.time.OffsetDateTime.class)
                                .single()
                                .toInstant());
        assertThat(until).isBetween(asked.plusSeconds(3590), asked.plusSeconds(3720));
    }

    @Test
    void keepsFourEyesInTheDatabase() {
        ask(support, REASON);

        assertThatThrownBy(() ->
                        everything.inTransaction(database ->
                                database.sql(
                                                """
                                                update staff_access set decided_by = account_id, decided_at = now(),
                                                    expires_at = now() + interval '1 hour'
                                                """)
                                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("staff_access_four_eyes");
    }

    @Test
    void letsARequestLapseOrRefusesIt() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        ask(support, REASON);
        var decision = decision(administrator);
        administrator.post(decision.replace("/approval", "/refusal"));
        assertThat(administrator.post(decision).status()).isEqualTo(409);
        assertThat(enter(support, acme).status()).isEqualTo(409);
        assertThat(actions(acme.organization())).contains("staff-access.refused");

        ask(support, REASON);
        var second = decision(administrator);
        everything.inTransaction(database ->
                database.sql(
                                "update staff_access set asked_at = now() - interval '25 hours'"
                                        + " where decided_at is null")
                        .update());
        assertThat(administrator.post(second).status()).isEqualTo(409);
        assertThat(administrator.get("/staff/requests").body()).contains("Nobody asks");
    }

    /** The two sides are never had at once, whoever one is. */
    @Test
    void keepsTheStaffAreaAndOrganizationsApart() {
        assertThat(owner.get("/staff").status()).isEqualTo(403);
        assertThat(owner.get("/staff/organizations").status()).isEqualTo(403);
        assertThat(owner.get("/%73taff/organizations").status()).isEqualTo(403);
        people.appoint(acme.owner(), StaffRole.ADMINISTRATOR);
        people.signIn(owner, acme.email());

        assertThat(owner.get("/staff").header("Location")).isEqualTo("/staff/organizations");
        assertThat(owner.get("/staff/organizations").body()).doesNotContain("href=\"/knowledge\"");
        assertThat(owner.get("/%73taff/organizations").status())
                .as("not the area as it is written")
                .isEqualTo(403);
        assertThat(owner.get("/knowledge").status()).isEqualTo(200);
    }

    @Test
    void wantsASecondFactorOfStaff() {
        jdbc.sql("delete from account_totp").update();

        assertThat(support.get("/staff/organizations").header("Location"))
                .isEqualTo("/account/security?needed=true");
        grant("1");
        people.signIn(support, StaffPeople.email(StaffRole.SUPPORT));
        enter(support, acme);
        jdbc.sql("delete from account_totp").update();
        assertThat(support.get("/inbox").header("Location"))
                .isEqualTo("/account/security?needed=true");
    }

    @Test
    void asksAdministratorsOnceMoreBeforeTheyChangeWhoIsStaff() throws Exception {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        letTimePass();

        for (var path :
                List.of(
                        "/staff/members",
                        "/staff/members/" + supportAccount() + "/role",
                        "/staff/members/" + supportAccount() + "/removal",
                        place(acme) + "/seats")) {
            assertThat(administrator.post(path).body()).as(path).contains("Is it still you?");
        }
        assertThat(owner.post(SETTINGS, "hours", "1").body()).contains("Is it still you?");
    }

    @Test
    void isSeenSigningInAndFailingTo() {
        new Browser(port).signIn(StaffPeople.email(StaffRole.SUPPORT), "four noisy otters");

        eventually(() ->
                assertThat(actions(OrganizationId.INSTALLATION))
                        .contains("account.signed-in", "account.sign-in-refused"));
        assertThat(actions(acme.organization())).doesNotContain("account.sign-in-refused");
    }

    @Test
    void learnsOfAnOrganizationNeverWhoIsInIt() {
        grant("1");

        assertThat(owner.get(SETTINGS).body()).contains("Acme owner");
        assertThat(support.get(place(acme)).body()).doesNotContain("Acme owner");
    }

    @Test
    void isAppointedChangedAndRemovedWithTheNextRequest() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        grant("1");
        enter(support, acme);
        assertThat(add(administrator, "nobody@staff.example", "SUPPORT").status()).isEqualTo(422);
        assertThat(add(administrator, acme.email(), "OWNER").status()).isEqualTo(422);
        var email = tenants.member(acme.organization(), Role.EDITOR);
        assertThat(add(administrator, email, "FINANCE").status()).isEqualTo(303);
        assertThat(add(administrator, email, "SUPPORT").body()).contains("is staff already");

        var member = "/staff/members/" + supportAccount();
        assertThat(support.get("/knowledge").status()).isEqualTo(200);
        administrator.post(member + "/role", "role", "FINANCE");
        assertThat(support.get("/knowledge").status()).isEqualTo(403);
        assertThat(support.get("/staff/organizations").status()).isEqualTo(200);
        administrator.post(member + "/role", "role", "SUPPORT");
        // Nobody is back in by themselves.
        assertThat(support.get("/knowledge").status()).isNotEqualTo(200);
        enter(support, acme);
        assertThat(support.get("/knowledge").status()).isEqualTo(200);

        assertThat(administrator.post(member + "/removal").status()).isEqualTo(303);

        assertThat(support.get("/staff/organizations").status()).isEqualTo(403);
        assertThat(support.get("/knowledge").status()).isEqualTo(403);
        assertThat(administrator.post(member + "/removal").status()).isEqualTo(404);
        assertThat(actions(OrganizationId.INSTALLATION))
                .contains("staff.added", "staff.changed", "staff.removed");
        assertThat(administrator.get("/staff/audit-log").body())
                .contains("Removed from the staff", "ADMINISTRATOR");
    }

    @Test
    void keepsAnAdministrator() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        var last = "/staff/members/" + people.account(StaffPeople.email(StaffRole.ADMINISTRATOR));

        assertThat(administrator.post(last + "/removal").status()).isEqualTo(422);
        assertThat(administrator.post(last + "/role", "role", "SUPPORT").body())
                .contains("There has to be an administrator");

        administrator.post("/staff/members/" + supportAccount() + "/role", "role", "ADMINISTRATOR");
        assertThat(administrator.post(last + "/removal").status()).isEqualTo(303);
        assertThat(support.get("/staff/members").status()).isEqualTo(200);
    }

    @Test
    void writesDownWhatStaffTriedAndMayNot() {
        support.get("/staff/members");

        assertThat(entries(OrganizationId.INSTALLATION).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("access.refused");
                    assertThat(entry.actorKind()).isEqualTo(ActorKind.STAFF);
                    assertThat(entry.detail()).contains("STAFF_MANAGE");
                });
    }

    @Test
    void findsOrganizationsByNameAndId() {
        for (var i = 0; i < 60; i++) {
            tenants.open("Shop" + i);
        }

        var first = support.get("/staff/organizations").body();
        assertThat(first).contains(">Shop59<").doesNotContain(">Acme<");
        var next = Pattern.compile("\\?words=&(?:amp;)?before=([0-9a-f-]{36})").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(support.get("/staff/organizations?before=" + next.group(1)).body())
                .contains(">Acme<", ">Shop9<")
                .doesNotContain(">Shop59<");
        assertThat(support.get("/staff/organizations?words=aCM").body())
                .contains(">Acme<")
                .doesNotContain("Shop");
        assertThat(support.get("/staff/organizations?words=" + acme.organization()).body())
                .contains(">Acme<");
        assertThat(support.get("/staff/organizations?words=%25").body())
                .contains("No organisation is called that");
    }

    @Test
    void setsSeats() {
        var finance = people.signIn(port, StaffRole.FINANCE);
        var seats = place(acme) + "/seats";
        for (var wrong : List.of("0", "-1", "many", "100001", "99999999999")) {
            assertThat(finance.post(seats, "seats", wrong).status()).as(wrong).isEqualTo(422);
        }

        assertThat(finance.post(seats, "seats", "1").status()).isEqualTo(303);

        owner.get("/settings/members");
        assertThat(
                        owner.post(
                                        "/settings/members/invitations",
                                        "email",
                                        "new@acme.example",
                                        "role",
                                        "EDITOR")
                                .status())
                .isEqualTo(422);
        assertThat(actions(acme.organization())).contains("organization.seats-changed");
        assertThat(actions(OrganizationId.INSTALLATION)).contains("staff.seats-set");
        assertThat(support.post(seats, "seats", "9").status()).isEqualTo(403);
    }

    @Test
    void beginsOnTheCommandLine() {
        var email = acme.email();
        assertThat(run("--email", email, "--role", "ADMINISTRATOR")).isZero();

        assertThat(entries(OrganizationId.INSTALLATION).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("staff.added");
                    assertThat(entry.actorKind()).isEqualTo(ActorKind.OPERATOR);
                    assertThat(entry.objectId()).isEqualTo(acme.owner().value());
                });
        people.signIn(owner, email);
        assertThat(owner.get("/staff/members").status()).isEqualTo(200);
        assertThat(run("--email", email, "--role", "SUPPORT")).as("the last one").isEqualTo(2);
        assertThat(run("--email", "nobody@x.example", "--role", "SUPPORT")).isEqualTo(2);
        assertThat(run("--email", email, "--role", "OWNER")).isEqualTo(2);
        assertThat(run("--email", email)).isEqualTo(2);
    }

    @Test
    void keepsAChainOfItsOwn() {
        people.signIn(port, StaffRole.ADMINISTRATOR);

        var result = Tenancy.callAs(OrganizationId.INSTALLATION, check::run);

        assertThat(result.isWhole()).isTrue();
        assertThat(result.entries()).isPositive();
    }

    /** ASVS 7.4.5. */
    @Test
    void signsAnAccountOrEverybodyOut() {
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        var sessions = "/staff/sessions";
        assertThat(support.get(sessions).status()).isEqualTo(403);
        administrator.get(sessions);
        var unknown =
                administrator.post(sessions + "/account", "email", "x@y.example", "reason", REASON);
        assertThat(unknown.status()).isEqualTo(422);
        var silent =
                administrator.post(sessions + "/account", "email", acme.email(), "reason", "why");
        assertThat(silent.body()).contains("Say why in 10 to 500 characters.");
        assertThat(owner.get("/home").status()).isEqualTo(200);

        administrator.post(sessions + "/account", "email", acme.email(), "reason", REASON);

        assertThat(owner.get("/home").header("Location")).isEqualTo("/sign-in");
        assertThat(support.get("/staff/organizations").status()).isEqualTo(200);
        assertThat(actions(acme.organization())).contains("account.sessions-ended");

        administrator.post(sessions + "/everybody", "reason", REASON);

        assertThat(support.get("/staff/organizations").header("Location")).isEqualTo("/sign-in");
        assertThat(administrator.get(sessions).status()).isEqualTo(200);
        assertThat(actions(OrganizationId.INSTALLATION))
                .contains("staff.signed-out", "staff.everybody-signed-out");
    }

    private int run(String... arguments) {
        return command.run(new Options(List.of(arguments)));
    }

    private Browser.Page add(Browser browser, String email, String role) {
        return browser.post("/staff/members", "email", email, "role", role);
    }

    private void grant(String hours) {
        owner.get(SETTINGS);
        assertThat(owner.post(SETTINGS, "hours", hours).status()).isEqualTo(303);
    }

    private Browser.Page takeBack() {
        var found = END.matcher(owner.get(SETTINGS).body());
        assertThat(found.find()).isTrue();
        return owner.post(found.group());
    }

    private Browser.Page ask(Browser browser, String reason) {
        return browser.post(place(acme) + "/requests", "reason", reason);
    }

    private static String decision(Browser browser) {
        var found = DECISION.matcher(browser.get("/staff/requests").body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Browser.Page enter(Browser browser, Tenant tenant) {
        return enter(browser, tenant.organization().value());
    }

    private static Browser.Page enter(Browser browser, UUID organization) {
        browser.get("/staff/organizations");
        return browser.post("/staff/organizations/" + organization + "/visits");
    }

    private static String place(Tenant tenant) {
        return "/staff/organizations/" + tenant.organization();
    }

    private UUID supportAccount() {
        return people.account(StaffPeople.email(StaffRole.SUPPORT)).value();
    }

    /** More than ten minutes, for all sessions. */
    private void letTimePass() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(Instant.now().minusSeconds(601).toEpochMilli());
        }
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = :long_ago
                        where attribute_name = 'proven'
                        """)
                .param("long_ago", bytes.toByteArray())
                .update();
    }

    private List<AuditEntry> entries(OrganizationId organization) {
        return Tenancy.callAs(organization, () -> audit.latest(100));
    }

    private AuditEntry entry(OrganizationId organization, String action) {
        return entries(organization).stream()
                .filter(entry -> entry.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private List<String> actions(OrganizationId organization) {
        return entries(organization).stream().map(AuditEntry::action).toList();
    }
}
