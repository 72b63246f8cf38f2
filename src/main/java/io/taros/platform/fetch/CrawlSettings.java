package io.taros.platform.fetch;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Taros behaves on other people's sites.
 *
 * @param delay shortest time between two requests to one host; a longer crawl-delay in robots.txt
 *     wins
 * @param patience longest time for one page, redirects included; slow hosts need more
 * @param maxPages pages read per source at most
 * @param maxDepth links followed from the start page at most
 * @param allowedPrivateAddresses address blocks that may be reached although they are private, on
 *     any port
 * @param userAgent what we call ourselves; the word before the slash is the name robots.txt knows
 *     us by. Unless set (in application.yaml, where the address is known) it names this
 *     installation's page about it, {@code /crawler}
 */
@ConfigurationProperties("taros.crawl")
public record CrawlSettings(
        @DefaultValue("500ms") Duration delay,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("1000") int maxPages,
        @DefaultValue("12") int maxDepth,
        @DefaultValue List<Cidr> allowedPrivateAddresses,
        @DefaultValue("TarosBot/1.0") String userAgent) {

    public CrawlSettings {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("taros.crawl.delay must not be negative");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("taros.crawl.patience must be longer than nothing");
        }
        if (maxPages < 1 || maxDepth < 0) {
            throw new IllegalArgumentException(
                    "taros.crawl.max-pages must be at least 1 and taros.crawl.max-depth at least 0");
        }
        allowedPrivateAddresses = List.copyOf(allowedPrivateAddresses);
    }

    /** The product token that robots.txt groups are matched against. */
    public String robotsName() {
        int slash = userAgent.indexOf('/');
        return slash < 0 ? userAgent : userAgent.substring(0, slash);
    }
}
