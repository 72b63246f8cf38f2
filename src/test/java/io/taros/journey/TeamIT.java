package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.Mailbox;
import io.taros.testing.RunningTaros;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** From registering to a colleague whose role is another one with the next page. */
@JourneyTest
class TeamIT {
    private static final String FREJA = "freja@loom.example";
    private static final String OSKAR = "oskar@loom.example";
    private static final String PASSWORD = "seven patient herons";

    private final Mailbox mail = new Mailbox();
    @AutoClose private final RunningTaros taros = AccountIT.openToAll(mail);

    @Test
    void leadsFromRegisteringToAColleagueWithAnotherRole(Person freja, Person oskar) {
        registers(freja);
        freja.seesHeading("Organisations").writes("Name", "Loom").presses("Create organisation");
        freja.seesHeading("What is your website?");
        invites(freja);

        oskar.visits(taros.url() + mail.get(OSKAR, "You are invited to Loom").link());
        oskar.seesHeading("Join Loom");
        assertThat(oskar.graveFindings()).isEmpty();
        oskar.writes("Your name", "Oskar").writes("Password", PASSWORD);
        oskar.ticks("I am 16 or older.").ticks("I agree to the terms of use");
        oskar.presses("Accept and join").seesNoMore("Join Loom");
        assertThat(statusOf(oskar, "/settings/members")).isEqualTo(403);
        assertThat(statusOf(oskar, "/inbox")).isEqualTo(200);

        becomes(freja, "ADMIN");
        assertThat(statusOf(oskar, "/settings/members")).isEqualTo(200);
        oskar.visits(taros.url() + "/settings/members").sees(FREJA);

        becomes(freja, "BILLING");
        assertThat(statusOf(oskar, "/settings/members")).isEqualTo(403);
        assertThat(statusOf(oskar, "/inbox")).isEqualTo(403);
        freja.visits(taros.url() + "/settings/audit-log").sees("Admin → Billing");
    }

    private void registers(Person freja) {
        freja.visits(taros.url() + "/register").seesHeading("Create an account");
        freja.writes("Your name", "Freja").writes("E-mail", FREJA).writes("Password", PASSWORD);
        freja.ticks("I am 16 or older.").ticks("I agree to the terms of use");
        freja.presses("Send me the link").seesHeading("Look in your mailbox");
        freja.visits(taros.url() + mail.get(FREJA, "Confirm your address").link());
        freja.writes("Password", PASSWORD).presses("Open my account");
    }

    private void invites(Person freja) {
        freja.visits(taros.url() + "/settings/members").writes("E-mail", OSKAR);
        freja.field("Role").selectOption("AGENT");
        freja.presses("Invite").sees(OSKAR);
        assertThat(freja.graveFindings()).isEmpty();
    }

    private void becomes(Person freja, String role) {
        freja.visits(taros.url() + "/settings/members").follows("Oskar").seesHeading("Oskar");
        freja.field("Role").selectOption(role);
        freja.presses("Save").seesNoMore("Cancel");
    }

    /** With their cookies but beside their page, where a refusal would be a complaint. */
    private int statusOf(Person person, String path) {
        return person.context.request().get(taros.url() + path).status();
    }
}
