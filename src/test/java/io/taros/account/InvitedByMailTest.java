package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-04, P-08: somebody who is invited becomes a member with an account whose address is proven. */
@AccountTest
@ExtendWith(OutputCaptureExtension.class)
class InvitedByMailTest {
    private static final String ADA = "ada@loom.example";
    private static final String PASSWORD = "seven patient herons";
    private static final String MEMBERS = "/settings/members";

    private final Tenants tenants;
    private final Accounts accounts;
    private final Consents consents;
    private final Browser owner;
    private final Browser ada;

    InvitedByMailTest(
            Tenants tenants, Accounts accounts, Consents consents, @LocalServerPort int port) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.consents = consents;
        owner = new Browser(port);
        ada = new Browser(port);
    }

    @BeforeEach
    void anOwnerIsHere() {
        MAIL.empty();
        var acme = tenants.open("Acme");
        owner.signIn(acme.email(), Tenants.PASSWORD);
        // Where anybody may register, everybody agrees to the texts first.
        owner.get("/account/agreement");
        owner.post("/account/agreement", "texts", "true");
        owner.get(MEMBERS);
    }

    @Test
    void joinsByTheLinkInTheMail(CapturedOutput log) {
        var sent = owner.post(MEMBERS + "/invitations", "email", ADA, "role", "EDITOR");
        assertThat(sent.header("Location")).isEqualTo(MEMBERS);
        assertThat(owner.get(MEMBERS).body()).contains(ADA).doesNotContain("/invitations/inv");

        var mail = MAIL.get(ADA, "You are invited to Acme");
        assertThat(mail.subject()).isEqualTo("You are invited to Acme");
        assertThat(mail.text()).contains("7 days");
        var page = ada.get(mail.link());
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        var refused = ada.post(mail.link(), "name", "Ada", "password", PASSWORD, "age", "true");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(accounts.findByEmail(ADA)).isEmpty();
        var joined =
                ada.post(
                        mail.link(),
                        "name",
                        "Ada",
                        "password",
                        PASSWORD,
                        "age",
                        "true",
                        "texts",
                        "true");

        assertThat(joined.header("Location")).isEqualTo("/home");
        assertThat(ada.get("/knowledge").status()).isEqualTo(200);
        var account = accounts.findByEmail(ADA).orElseThrow();
        assertThat(accounts.isAddressProven(account.id())).isTrue();
        for (var kind : List.of(Consents.Kind.AGE, Consents.Kind.TERMS, Consents.Kind.PRIVACY)) {
            assertThat(consents.latest(account.id(), kind))
                    .contains(new Consents.Entry(kind, true, "2026-11", "en", "invitation"));
        }
        assertThat(log.getAll()).doesNotContain("invitation_");
    }

    @Test
    void takesTheNewestLinkOnly() {
        owner.post(MEMBERS + "/invitations", "email", ADA, "role", "EDITOR");
        var first = MAIL.get(ADA, "You are invited to Acme").link();
        MAIL.empty();

        owner.post(MEMBERS + "/invitations", "email", ADA, "role", "ANALYST");

        var second = MAIL.get(ADA, "You are invited to Acme").link();
        assertThat(ada.get(first).status()).isEqualTo(404);
        assertThat(ada.get(second).body()).contains("Analyst");
    }
}
