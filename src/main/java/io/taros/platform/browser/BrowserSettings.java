package io.taros.platform.browser;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The browser that shows pages which are built by their scripts, where there is one.
 *
 * @param browser path of a Chromium; empty for none
 * @param browserSandbox whether it keeps itself apart from the machine; it cannot where Taros runs
 *     as root
 */
@ConfigurationProperties("taros.crawl")
public record BrowserSettings(
        @DefaultValue("") String browser, @DefaultValue("true") boolean browserSandbox) {

    public BrowserSettings {
        browser = browser.strip();
        if (!browser.isEmpty() && !Files.isExecutable(Path.of(browser))) {
            throw new IllegalArgumentException(
                    "taros.crawl.browser must be the path of a Chromium, such as /usr/bin/chromium");
        }
        if (!browser.isEmpty() && browserSandbox && new UnixSystem().getUid() == 0) {
            throw new IllegalArgumentException(
                    "taros.crawl.browser-sandbox must be false where Taros runs as root: Chromium cannot"
                            + " keep itself apart there. Run Taros as another user if you can.");
        }
    }

    boolean isThere() {
        return !browser.isEmpty();
    }
}
