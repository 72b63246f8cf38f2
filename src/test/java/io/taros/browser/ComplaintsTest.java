package io.taros.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.taros.platform.fetch.TestSite;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The ear of the journeys hears what it is there to hear. */
@BrowserTest
class ComplaintsTest {
    @AutoClose private final TestSite site = new TestSite();

    @Test
    void hearRefusalsOfAPolicyErrorsAndWhatIsMissing(Page page, BrowserContext context) {
        var complaints = Complaints.of(context);
        serve("<script>alert(1)</script><script nonce='n'>nothing.at.all()</script>");
        page.navigate(site.url("/"));
        page.evaluate("fetch('/missing')");

        assertThat(complaints.unforgiven())
                .hasSize(3)
                .anyMatch(one -> one.contains("Content Security Policy"))
                .anyMatch(one -> one.startsWith("not caught") && one.contains("nothing"))
                .anyMatch(one -> one.contains("404") && one.contains("/missing"));
    }

    @Test
    void forgiveOnlyWhatTheyAreAskedTo(Page page, BrowserContext context) {
        var complaints = Complaints.of(context);
        serve("<script nonce='n'>console.error('expected'); console.error('surprise')</script>");
        page.navigate(site.url("/"));

        complaints.forgive("expected");

        assertThat(complaints.unforgiven()).singleElement().asString().contains("surprise");
    }

    @Test
    void areSilentOnAPageThatIsInOrder(Page page, BrowserContext context) {
        var complaints = Complaints.of(context);
        serve("<script nonce='n'>console.log('fine')</script>");
        page.navigate(site.url("/"));

        assertThat(complaints.unforgiven()).isEqualTo(List.of());
    }

    private void serve(String body) {
        site.on(
                "/",
                exchange -> {
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Security-Policy",
                                    "script-src 'nonce-n'; connect-src 'self'; img-src data:");
                    TestSite.send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            "<!doctype html><link rel=icon href='data:,'><title>t</title>" + body);
                });
    }
}
