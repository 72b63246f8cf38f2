package io.taros.rights;

import static io.taros.account.AccountTest.MAIL;
import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.conversation.Sought;
import io.taros.organization.Tenants;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import io.taros.platform.web.Dates;
import io.taros.rights.SubjectRequest.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners hear of a request a week before it is due, and of nobody's name. */
@AccountTest
class ReminderTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Tenants tenants;
    private final SubjectRequests requests;
    private final CrossOrganization everything;

    ReminderTest(Tenants tenants, SubjectRequests requests, CrossOrganization everything) {
        this.tenants = tenants;
        this.requests = requests;
        this.everything = everything;
    }

    @BeforeEach
    void emptyMailbox() {
        MAIL.empty();
    }

    @Test
    void reachesOwnersAlone() {
        var acme = tenants.open("Acme");
        var admin = tenants.member(acme.organization(), Role.ADMIN);
        var due =
                Tenancy.callAs(
                        acme.organization(), () -> open(TODAY.minusMonths(1).plusDays(5)).dueOn());

        var subject = "Request no. 1 is due on " + Dates.day(due, Locale.ENGLISH);
        var letter = MAIL.get(acme.email(), subject);

        assertThat(letter.text()).contains("Acme").doesNotContain("ada@example.com");
        assertThat(letter.link()).startsWith("/settings/data-subject-requests/");
        assertThat(MAIL.all(admin)).isEmpty();
    }

    @Test
    void waitsUntilAWeekBeforeAndIsForgottenWithTheRequest() {
        var acme = tenants.open("Acme");
        var request = Tenancy.callAs(acme.organization(), () -> open(TODAY));
        assertThat(waiting()).isEqualTo(1);

        Tenancy.runAs(
                acme.organization(),
                () -> requests.close(request.id(), SubjectRequest.Outcome.DONE, null));

        eventually(() -> assertThat(waiting()).isZero());
        assertThat(MAIL.all(acme.email())).isEmpty();
    }

    private SubjectRequest open(LocalDate received) {
        return requests.open(
                new NewSubjectRequest(
                        Kind.ACCESS, new Sought(Sought.By.EMAIL, "ada@example.com"), received),
                null);
    }

    private long waiting() {
        return everything.inTransaction(jdbc ->
                jdbc.sql("select count(*) from scheduled_tasks where task_name = 'RemindOfRequest'")
                        .query(Long.class)
                        .single());
    }
}
