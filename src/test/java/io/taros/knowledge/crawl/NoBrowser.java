package io.taros.knowledge.crawl;

import io.taros.platform.browser.Browser;
import io.taros.platform.browser.BrowserSettings;
import io.taros.platform.fetch.CrawlSettings;
import java.time.Duration;

/** As where none is installed. */
final class NoBrowser {
    private NoBrowser() {}

    static Browser with(CrawlSettings settings) {
        return new Browser(new BrowserSettings("", true), settings, Duration.ZERO);
    }
}
