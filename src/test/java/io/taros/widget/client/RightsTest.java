package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** P-40: whoever holds the chat takes it along, deletes it, forgets it, without asking anybody. */
@BrowserTest
class RightsTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    private Visitor withAChat(Page page) {
        return new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
    }

    private static Locator email(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail").setExact(true));
    }

    @Test
    void saysThatThereIsNothingBeforeTheFirstWord(Page page) {
        var visitor = new Visitor(page).visits(host).opens();

        visitor.button("Your data").click();

        visitor.sees("There is nothing about you here.");
        assertThat(visitor.button("Delete my chat").count()).isZero();
        assertThat(visitor.focused()).isEqualTo("Back");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> visitor.focused().equals("Your message"));
        assertThat(installation.conversations).isEmpty();
    }

    @Test
    void givesTheVisitorTheirChat(Page page) {
        var visitor = withAChat(page);
        visitor.button("Your data").click();

        var download = page.waitForDownload(() -> visitor.button("Download my chat").click());

        assertThat(download.suggestedFilename()).isEqualTo("chat.json");
        visitor.sees("The file is in your downloads.");
    }

    @Test
    void deletesTheChatHereAndOnTheServer(Page page) {
        var visitor = withAChat(page);

        visitor.button("Your data").click();
        visitor.button("Delete my chat").click();
        assertThat(visitor.focused()).isEqualTo("Keep it");
        page.getByRole(AriaRole.ALERTDIALOG).getByText("Delete my chat").click();

        visitor.sees("Your chat is deleted.");
        assertThat(installation.conversations).isEmpty();
        assertThat(visitor.storage()).isEqualTo("{}");
    }

    @Test
    void endsDeletesAndClearsTheBrowser(Page page) {
        var visitor = withAChat(page);
        visitor.button("Menu").click();
        visitor.button("Switch sound on").click();
        assertThat(visitor.storage()).contains("taros:pk_test:sound");

        visitor.button("Your data").click();
        visitor.button("End and forget").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("End and forget").click();

        visitor.sees("Your chat is deleted.");
        assertThat(installation.requestsTo("POST", "/end")).hasSize(1);
        assertThat(installation.conversations).isEmpty();
        assertThat(visitor.storage()).isEqualTo("{}");
    }

    /** What could not be deleted there must not look deleted here. */
    @Test
    void saysWhyAChatCannotBeDeletedYetAndKeepsIt(Page page) {
        installation.hold();
        var visitor = withAChat(page);

        visitor.button("Your data").click();
        visitor.button("Delete my chat").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("Delete my chat").click();

        visitor.sees("It cannot be deleted yet, because the operator has to keep it");
        assertThat(visitor.storage()).contains(installation.onlyConversation().id);
        visitor.button("Keep it").click();
        visitor.sees("2 sources");
    }

    @Test
    void saysThatThereIsNoConnection(Page page, BrowserContext context) {
        var visitor = withAChat(page);
        visitor.button("Your data").click();
        context.setOffline(true);

        visitor.button("Download my chat").click();

        visitor.sees("There is no connection. Try again once you are online.");
    }

    @Test
    void sendsTheChatByMailAndSaysWhetherTheAddressIsAskedFirst(Page page) {
        installation.config.put("mail", true);
        var visitor = withAChat(page);
        visitor.button("Your data").click();
        visitor.button("Send it by e-mail").click();

        page.keyboard().type("nobody");
        page.keyboard().press("Enter");
        visitor.sees("Write the address like name@example.com.");
        email(page).fill("ada@example.org");
        page.keyboard().press("Enter");
        visitor.sees("We have sent a link to ada@example.org.");
        email(page).fill("known@example.org");
        page.keyboard().press("Enter");

        visitor.sees("It is on its way to known@example.org.");
        assertThat(installation.requestsTo("POST", "/transcript"))
                .extracting(FakeInstallation.Request::body)
                .containsExactly(
                        "{\"email\":\"ada@example.org\"}", "{\"email\":\"known@example.org\"}");
    }

    @Test
    void offersNoMailWhereNoneIsSent(Page page) {
        var visitor = withAChat(page);

        visitor.button("Your data").click();

        visitor.sees("Delete my chat");
        assertThat(visitor.button("Send it by e-mail").count()).isZero();
    }
}
