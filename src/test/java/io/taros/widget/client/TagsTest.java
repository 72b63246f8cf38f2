package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a page says of its visitors begins their conversation. */
@BrowserTest
class TagsTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage();

    private String beginning(Page page) {
        new Visitor(page).visits(host).opens().asks("Hello").sees("2 sources");
        return installation.requestsTo("POST", "/conversations").getFirst().body();
    }

    @Test
    void areWrittenIntoTheTag(Page page) {
        host.body(
                HostPage.snippet(installation)
                        .replace("<script ", "<script data-tags=\"pro,eu\" "));

        assertThat(beginning(page)).contains("\"tags\":\"pro,eu\"");
    }

    @Test
    void areSaidInACall(Page page) {
        host.body(
                HostPage.snippet(installation)
                        + "<script>(window.Taros ??= []).push([\"set\", {tags: [\"pro\", \"eu\"]}])</script>");

        assertThat(beginning(page)).contains("\"tags\":[\"pro\",\"eu\"]");
    }

    @Test
    void areNotThereWhereNobodySaysAny(Page page) {
        host.body(HostPage.snippet(installation));

        assertThat(beginning(page)).doesNotContain("tags");
    }
}
