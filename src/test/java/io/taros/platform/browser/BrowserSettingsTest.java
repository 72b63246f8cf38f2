package io.taros.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class BrowserSettingsTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration
    @EnableConfigurationProperties(BrowserSettings.class)
    static class Settings {}

    @Test
    void nameNoBrowserUnlessSomebodyDoes() {
        runner.run(context -> {
            var settings = context.getBean(BrowserSettings.class);

            assertThat(settings.isThere()).isFalse();
            assertThat(settings.browserSandbox()).isTrue();
        });
    }

    @Test
    void namesAreThoseOfTheReference() {
        runner.withPropertyValues(
                        "taros.crawl.browser=/bin/sh", "taros.crawl.browser-sandbox=false")
                .run(context ->
                        assertThat(context.getBean(BrowserSettings.class))
                                .isEqualTo(new BrowserSettings("/bin/sh", false)));
    }

    @Test
    void refuseWhatIsNoProgram() {
        assertThatThrownBy(() -> new BrowserSettings("/nowhere/chromium", false))
                .hasMessageStartingWith("taros.crawl.browser must be the path of a Chromium");
    }

    @Test
    void openTheSandboxForRootOnlyWhereSomebodySaysSo() {
        assumeTrue(new UnixSystem().getUid() == 0);

        assertThatThrownBy(() -> new BrowserSettings("/bin/sh", true))
                .hasMessageStartingWith("taros.crawl.browser-sandbox must be false");
    }
}
