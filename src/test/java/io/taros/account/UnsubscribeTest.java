package io.taros.account;

import static io.taros.account.AccountTest.MAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import io.taros.organization.Tenants;
import io.taros.testing.Browser;
import io.taros.testing.Browser.Page;
import io.taros.testing.Mailbox;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P-20, RFC 8058: mail that nobody needs ends with one click of a mail program. */
@AccountTest
class UnsubscribeTest {
    private final Accounts accounts;
    private final Consents consents;
    private final Unsubscribing unsubscribing;
    private final News news;
    private final Tenants tenants;
    private final int port;
    private Account.Id ada;
    private Account.Id ben;
    private String link = "";

    UnsubscribeTest(
            Accounts accounts,
            Consents consents,
            Unsubscribing unsubscribing,
            News news,
            Tenants tenants,
            @LocalServerPort int port) {
        this.accounts = accounts;
        this.consents = consents;
        this.unsubscribing = unsubscribing;
        this.news = news;
        this.tenants = tenants;
        this.port = port;
    }

    @BeforeEach
    void adaAndBenWantNews() {
        ada = tenants.account("ada@acme.example", "Ada");
        ben = tenants.account("ben@acme.example", "Ben");
        for (var reader : List.of(ada, ben)) {
            consents.add(reader, new Entry(Kind.MARKETING, true, "2026-11", "en", "mail"));
        }
        link = unsubscribing.link(news, ada).substring(Mailbox.BASE.length());
    }

    @Test
    void takesOnePostWithoutCookieOrToken() {
        assertThat(oneClick(link).status()).isEqualTo(200);

        assertThat(consents.isMarketingWanted(ada)).isFalse();
        assertThat(consents.isMarketingWanted(ben)).isTrue();
        assertThat(consents.latest(ada, Kind.MARKETING).orElseThrow().source())
                .isEqualTo("unsubscribe");
        assertThat(oneClick(link).status()).as("again").isEqualTo(200);
    }

    @Test
    void leavesMailAloneThatSomebodyNeeds() {
        oneClick(link);
        MAIL.empty();

        var browser = new Browser(port);
        browser.get("/forgotten");
        browser.post("/forgotten", "email", "ada@acme.example");

        assertThat(MAIL.get("ada@acme.example", "Choose a new password").text()).isNotBlank();
    }

    /** Scanners of mail follow every link. */
    @Test
    void changesNothingForWhoeverOnlyLooks() {
        var browser = new Browser(port);

        var page = browser.get(link);

        assertThat(page.body()).contains("No more mails like this?");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(consents.isMarketingWanted(ada)).isTrue();

        assertThat(browser.postWithoutToken(link).body()).contains("No more mails like that");
        assertThat(consents.isMarketingWanted(ada)).isFalse();
    }

    @Test
    void takesNoLinkThatWasNotMadeHere() {
        var last = link.charAt(link.length() - 2) == 'A' ? "B" : "A";
        var altered = link.substring(0, link.length() - 2) + last + link.charAt(link.length() - 1);

        for (var wrong : List.of(altered, "/unsubscribe/x", "/unsubscribe/" + ada)) {
            assertThat(oneClick(wrong).body()).as(wrong).contains("does not work any more");
        }
        assertThat(consents.isMarketingWanted(ada)).isTrue();
    }

    @Test
    void saysNothingOfAccountsThatAreGone() {
        var body = oneClick(link).body();
        accounts.findByEmail("ada@acme.example").orElseThrow();

        assertThat(
                        oneClick(
                                        unsubscribing
                                                .link(news, accounts.nextId())
                                                .substring(Mailbox.BASE.length()))
                                .body())
                .contains("No more mails like that");
        assertThat(body).doesNotContain("ada@acme.example");
    }

    private Page oneClick(String path) {
        var browser = new Browser(port);
        return browser.send(
                HttpRequest.newBuilder(browser.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                        .build());
    }
}
