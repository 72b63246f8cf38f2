package io.taros.platform.browser;

import io.taros.platform.fetch.CrawlSettings;
import io.taros.platform.fetch.Fetched;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Shows pages that are built by their scripts: one at a time, each in a process and a profile of
 * its own that are gone afterwards.
 */
@Component
@EnableConfigurationProperties(BrowserSettings.class)
public class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Duration SEAT_WITHIN = Duration.ofMinutes(5);

    private final Semaphore seat = new Semaphore(1, true);
    private final BrowserSettings settings;
    private final CrawlSettings crawl;
    private final Duration patience;

    @Autowired
    Browser(BrowserSettings settings, CrawlSettings crawl) {
        this(settings, crawl, Duration.ofSeconds(45));
    }

    /**
     * @param patience how long a page may take
     */
    public Browser(BrowserSettings settings, CrawlSettings crawl, Duration patience) {
        this.settings = settings;
        this.crawl = crawl;
        this.patience = patience;
    }

    public boolean isThere() {
        return settings.isThere();
    }

    /**
     * @param supply asked in the caller's thread, one thing after the other
     */
    public Shown show(Fetched.Page page, Supply supply) throws InterruptedException {
        if (!isThere() || !seat.tryAcquire(SEAT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Shown.Untried();
        }
        Shown otherwise = new Shown.Untried();
        try (var process = BrowserProcess.start(settings, crawl.userAgent(), patience)) {
            var rendering = new Rendering(process.tools(), page, supply, patience);
            rendering.open();
            otherwise = new Shown.Part();
            return rendering.show();
        } catch (IOException broken) {
            LOG.info("The browser gave up a page: {}", broken.getClass().getSimpleName());
            return otherwise;
        } finally {
            seat.release();
        }
    }
}
