package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-38: whose browser asks not to be followed tells nobody where and when they are. */
@BrowserTest
class PrivacySignalTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage().body(HostPage.snippet(installation));

    private String beginning(Page page) {
        new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");
        return installation.requestsTo("POST", "/conversations").getFirst().body();
    }

    @ParameterizedTest
    @CsvSource({"globalPrivacyControl, true", "doNotTrack, '\"1\"'"})
    void sendsNeitherPageNorTimeZone(String signal, String value, Page page) {
        page.addInitScript(
                "Object.defineProperty(Navigator.prototype, '%s', {get: () => %s})"
                        .formatted(signal, value));

        assertThat(beginning(page))
                .contains("\"language\":\"en\"")
                .doesNotContain("\"page\"", "timeZone", host.url());
    }

    @Test
    void sendsThePageWithoutItsQueryOtherwise(Page page) {
        assertThat(beginning(page)).contains("\"page\":\"" + host.url() + "\"", "\"timeZone\":");
    }
}
