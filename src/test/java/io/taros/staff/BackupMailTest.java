package io.taros.staff;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.AccountTest;
import io.taros.account.Accounts;
import io.taros.backup.BackupFailed;
import io.taros.legal.OperatorSettings;
import io.taros.organization.Tenants;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.mail.Letters;
import io.taros.platform.mail.Mails;
import io.taros.platform.security.StaffRole;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** Whoever runs the installation knows in the morning that there is no backup of the night. */
@AccountTest
class BackupMailTest {
    private static final String OPERATOR = "privacy@tidewater.example";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private final ApplicationEventPublisher events;
    private final StaffMembers staff;
    private final StaffPeople people;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Letters letters;
    private final Mails mails;
    private final Jobs jobs;

    BackupMailTest(
            ApplicationEventPublisher events,
            StaffMembers staff,
            StaffPeople people,
            Tenants tenants,
            Accounts accounts,
            Letters letters,
            Mails mails,
            Jobs jobs) {
        this.events = events;
        this.staff = staff;
        this.people = people;
        this.tenants = tenants;
        this.accounts = accounts;
        this.letters = letters;
        this.mails = mails;
        this.jobs = jobs;
    }

    @BeforeEach
    void nobodyWasTold() {
        MAIL.empty();
    }

    @Test
    void reachesTheOperatorWithTheDay() {
        events.publishEvent(new BackupFailed(DAY));

        var letter = MAIL.get(OPERATOR, "The backup of 27 November 2026 failed");
        assertThat(letter.text()).contains("the disk is full", "once for each night");
        assertThat(letter.link()).isEqualTo("/staff/audit-log");
    }

    @Test
    void reachesAllStaffWhereTheOperatorGaveNoAddress() {
        people.appoint(tenants.account("sam@staff.example", "Sam"), StaffRole.SUPPORT);
        var nameless = new OperatorSettings(null, null, null);

        new TellingOfBackup(nameless, staff, accounts, letters, mails, jobs)
                .handle(new TellOfBackup(DAY));

        assertThat(MAIL.get("sam@staff.example", "The backup of 27 November 2026 failed").text())
                .contains("could not be made");
        assertThat(MAIL.all(OPERATOR)).isEmpty();
    }

    /** However often it is tried on a day. */
    @Test
    void waitsOnceForEachNight() {
        assertThat(new TellOfBackup(DAY).dedupeKey())
                .isEqualTo(new TellOfBackup(DAY).dedupeKey())
                .isNotEqualTo(new TellOfBackup(DAY.plusDays(1)).dedupeKey());
    }
}
