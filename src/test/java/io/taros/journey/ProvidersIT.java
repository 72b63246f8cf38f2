package io.taros.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Providers;
import io.taros.testing.Mailbox;
import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** By Google, Microsoft and GitHub: getting an account, and coming back to it. */
@JourneyTest
class ProvidersIT {
    private final Mailbox mail = new Mailbox();
    private final Providers providers = new Providers();
    @AutoClose private final RunningTaros taros = start();

    @Test
    void letsPeopleInByWhomTheyAreKnownTo(Person ada, Person grace, Person linus) {
        providers.person(
                "google",
                "ada-at-google",
                Map.of("email", "ada@loom.example", "email_verified", true, "name", "Ada"));
        providers.person(
                "microsoft",
                "grace-at-microsoft",
                Map.of(
                        "email",
                        "grace@loom.example",
                        "name",
                        "Grace",
                        "xms_edov",
                        true,
                        "tid",
                        "11111111-2222-3333-4444-555555555555",
                        "iss",
                        providers.url() + "/microsoft"));
        providers.gitHub(
                7,
                "Linus",
                "[{\"email\":\"linus@loom.example\",\"primary\":true,\"verified\":true}]");

        comesAndComesBack(ada, "Google", "ada@loom.example");
        comesAndComesBack(grace, "Microsoft", "grace@loom.example");
        comesAndComesBack(linus, "GitHub", "linus@loom.example");

        var log = taros.log();
        assertThat(log).doesNotContain(Providers.SECRET, "gho_secret", "eyJ", "loom.example");
    }

    private void comesAndComesBack(Person person, String provider, String email) {
        person.visits(taros.url() + "/sign-in").follows("Continue with " + provider);
        person.sees(provider + " says that you are " + email);
        assertThat(person.graveFindings()).isEmpty();
        person.ticks("I am 16 or older.").ticks("I agree to the terms of use");
        person.presses("Create account").seesHeading("Organisations");
        person.writes("Name", "At " + provider).presses("Create organisation");
        person.seesHeading("What is your website?");

        person.page.locator(".rail-foot summary").click();
        person.presses("Sign out").seesHeading("Sign in");
        person.follows("Continue with " + provider).seesHeading("What is your website?");
        person.visits(taros.url() + "/account").sees(email);
    }

    private RunningTaros start() {
        mail.start();
        providers.start();
        var data = TestInstallation.freshDirectory().toAbsolutePath();
        RunningTaros.setUp(data);
        return RunningTaros.start(
                data,
                "--taros.database.embedded-durable=false",
                "--taros.mail.host=127.0.0.1",
                "--taros.mail.port=" + mail.port(),
                "--taros.mail.from=taros@fjord.example",
                "--taros.accounts.registration=open",
                "--taros.accounts.terms=https://fjord.example/terms",
                "--taros.accounts.privacy=https://fjord.example/privacy",
                "--taros.sign-in.google.client-id=" + Providers.CLIENT,
                "--taros.sign-in.google.client-secret=" + Providers.SECRET,
                "--taros.sign-in.google.issuer=" + providers.url() + "/google",
                "--taros.sign-in.microsoft.client-id=" + Providers.CLIENT,
                "--taros.sign-in.microsoft.client-secret=" + Providers.SECRET,
                "--taros.sign-in.microsoft.issuer=" + providers.url() + "/microsoft",
                "--taros.sign-in.github.client-id=" + Providers.CLIENT,
                "--taros.sign-in.github.client-secret=" + Providers.SECRET,
                "--taros.sign-in.github.url=" + providers.url(),
                "--taros.sign-in.github.api=" + providers.url());
    }
}
