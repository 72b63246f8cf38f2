package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import java.util.ArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** P-24: where the server asks for work the browser does it, and the visitor does nothing. */
@BrowserTest
class SolvingTest {
    private static final String FILE = "/widget/puzzle-";

    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    @Test
    void isSolvedUnseenUnderAStrictContentSecurityPolicy(Page page) {
        var complaints = new ArrayList<String>();
        page.onPageError(complaints::add);
        host.policy(
                "default-src 'none'; script-src %1$s; connect-src %1$s; style-src 'none'; img-src %1$s data:; require-trusted-types-for 'script'"
                        .formatted(installation.origin()));
        installation.asksPuzzles(true);

        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");
        visitor.asks("And broken ones?");

        visitor.waitsUntil(() -> installation.onlyConversation().messageCount() == 2);
        assertThat(page.locator("taros-chat .line.visitor").count()).isEqualTo(2);
        assertThat(complaints).isEmpty();
        assertThat(loaded()).isEqualTo(1);
    }

    @Test
    void costsNothingWhileNoneIsAsked(Page page) {
        new Visitor(page).visits(host).opens().asks("Returns?").sees("2 sources");

        assertThat(loaded()).isZero();
    }

    @Test
    void keepsTheMessageWhereItCannotBeSolved(Page page) {
        page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
        installation.asksPuzzles(true);
        var visitor = new Visitor(page).visits(host).opens().asks("Returns?").sees("Not sent yet");

        installation.asksPuzzles(false);
        page.evaluate("dispatchEvent(new Event('online'))");

        visitor.sees("2 sources");
        assertThat(installation.onlyConversation().messageCount()).isEqualTo(1);
    }

    private long loaded() {
        return installation.requests.stream()
                .filter(request -> request.path().startsWith(FILE))
                .count();
    }
}
