package io.taros.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.organization.Tenants.Tenant;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.testing.Browser;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** P-35: in an emergency two people look, and not one with two accounts. */
@TarosTest
class FourEyesTest {
    private static final String ASKER = "ada@staff.example";
    private static final String REASON = "Their inbox shows nothing, and nobody answers the phone.";

    private final Tenants tenants;
    private final StaffPeople people;
    private final Audit audit;
    private final CrossOrganization everything;
    private final JdbcClient jdbc;
    private final int port;

    private Tenant acme;
    private Browser asker;

    FourEyesTest(
            Tenants tenants,
            StaffPeople people,
            Audit audit,
            CrossOrganization everything,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.tenants = tenants;
        this.people = people;
        this.audit = audit;
        this.everything = everything;
        this.jdbc = jdbc;
        this.port = port;
    }

    @BeforeEach
    void somebodyAsked() {
        acme = tenants.open("Acme");
        asker = people.signIn(port, ASKER, StaffRole.ADMINISTRATOR);
        var asked =
                asker.post(
                        "/staff/organizations/" + acme.organization() + "/requests",
                        "reason",
                        REASON);
        assertThat(asked.status()).isEqualTo(303);
    }

    @Test
    void areNotThoseOfAnotherAccountWithTheSameMailbox() {
        var other = people.signIn(port, "Ada+approver@staff.example", StaffRole.ADMINISTRATOR);

        assertThat(other.get("/staff/requests").body())
                .contains("mail to whoever asked arrives where yours does")
                .doesNotContain("/approval");
        assertThat(other.post(decision("approval")).status()).isEqualTo(409);
        assertThat(other.post(decision("refusal")).status()).isEqualTo(409);

        assertThat(isDecided()).isFalse();
        assertThat(actions(acme.organization())).contains("staff-access.same-person");
        assertThat(actions(OrganizationId.INSTALLATION)).contains("staff-access.same-person");
    }

    @Test
    void areNotThoseOfAnotherAccountInTheSameBrowser() {
        people.appoint(tenants.account("bob@staff.example", "Bob"), StaffRole.ADMINISTRATOR);
        asker.post("/sign-out");
        people.signIn(asker, "bob@staff.example");

        assertThat(asker.get("/staff/requests").body()).contains("used in a browser of yours");
        assertThat(asker.post(decision("approval")).status()).isEqualTo(409);

        assertThat(isDecided()).isFalse();
    }

    /** Nor from the one at hand, if both used another one. */
    @Test
    void areNotThoseOfSomebodyWhoTakesAnotherBrowserForIt() {
        people.appoint(tenants.account("bob@staff.example", "Bob"), StaffRole.ADMINISTRATOR);
        asker.post("/sign-out");
        people.signIn(asker, "bob@staff.example");
        var elsewhere = new Browser(port);
        people.signIn(elsewhere, "bob@staff.example");

        assertThat(elsewhere.post(decision("approval")).status()).isEqualTo(409);
    }

    @Test
    void areThoseOfSomebodyWhoUsedTheBrowserBefore() {
        people.appoint(tenants.account("bob@staff.example", "Bob"), StaffRole.ADMINISTRATOR);
        asker.post("/sign-out");
        people.signIn(asker, "bob@staff.example");
        jdbc.sql(
                        "update account_device set last_seen = last_seen - interval '31 days' where account_id = :asker")
                .param("asker", people.account(ASKER))
                .update();

        assertThat(asker.post(decision("approval")).status()).isEqualTo(303);
        assertThat(isDecided()).isTrue();
    }

    @Test
    void areThoseOfAnybodyElse() {
        var other = people.signIn(port, "adam@staff.example", StaffRole.ADMINISTRATOR);

        assertThat(other.get("/staff/requests").body()).contains("/approval");
        assertThat(other.post(decision("approval")).status()).isEqualTo(303);
        assertThat(actions(acme.organization())).doesNotContain("staff-access.same-person");
    }

    private String decision(String what) {
        var id =
                everything.inTransaction(database ->
                        database.sql("select id from staff_access").query(UUID.class).single());
        return "/staff/requests/" + acme.organization() + "/" + id + "/" + what;
    }

    private boolean isDecided() {
        return everything.inTransaction(database ->
                database.sql("select decided_at is not null from staff_access")
                        .query(Boolean.class)
                        .single());
    }

    private List<String> actions(OrganizationId organization) {
        return Tenancy.callAs(
                organization,
                () -> audit.latest(50).stream().map(entry -> entry.action()).toList());
    }
}
