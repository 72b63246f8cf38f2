package io.taros.staff;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.StaffRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is let in without an owner who is not told. */
@AccountTest
class EmergencyMailTest {
    private static final Pattern DECISION = Pattern.compile("/staff/requests/\\S+/approval");

    private final Tenants tenants;
    private final StaffPeople people;
    private final JdbcClient jdbc;
    private final int port;

    EmergencyMailTest(
            Tenants tenants, StaffPeople people, JdbcClient jdbc, @LocalServerPort int port) {
        this.tenants = tenants;
        this.people = people;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void goesToEveryOwnerAndNobodyElse() {
        MAIL.empty();
        var acme = tenants.open("Acme");
        var second = tenants.member(acme.organization(), Role.OWNER, "da");
        var admin = tenants.member(acme.organization(), Role.ADMIN);
        var support = people.signIn(port, StaffRole.SUPPORT);
        var administrator = people.signIn(port, StaffRole.ADMINISTRATOR);
        everybodyAgreed();
        support.get("/staff/organizations/" + acme.organization());
        support.post(
                "/staff/organizations/" + acme.organization() + "/requests",
                "reason",
                "All answers are empty <b>.");
        var decision = DECISION.matcher(administrator.get("/staff/requests").body());
        assertThat(decision.find()).isTrue();

        assertThat(administrator.post(decision.group()).status()).isEqualTo(303);

        var letter = MAIL.get(acme.email(), "Staff was let into Acme in an emergency");
        assertThat(letter.text())
                .contains("support", "60 minutes", "All answers are empty <b>.")
                .doesNotContain("{");
        assertThat(letter.link()).isEqualTo("/settings/staff-access");
        assertThat(MAIL.get(second, "Personale er lukket ind i Acme i et nødstilfælde").text())
                .contains("60 minutter");
        assertThat(MAIL.all(admin)).isEmpty();
    }

    private void everybodyAgreed() {
        jdbc.sql(
                        """
                        insert into consent (id, account_id, kind, is_given, version, language, source, at)
                        select gen_random_uuid(), id, 'TERMS', true, '2026-11', 'en', 'test', now() from account
                        """)
                .update();
    }
}
