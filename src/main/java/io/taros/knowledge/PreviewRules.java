package io.taros.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.taros.knowledge.crawl.Crawler;
import io.taros.knowledge.crawl.Glimpse;
import io.taros.knowledge.crawl.PageRules;
import io.taros.knowledge.crawl.Reason;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Shows what rules would match before anything is read by them. Of a site that was not read yet its
 * first page and its maps are looked at once, and kept in mind while somebody types.
 */
@Component
public class PreviewRules {
    private static final int EXAMPLES = 5;
    private static final int KNOWN = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Crawler crawler;
    private final Frontier frontier;
    private final RateLimits limits;
    private final Cache<Site, Glimpse> glimpses =
            Caffeine.newBuilder().maximumSize(200).expireAfterWrite(REMEMBERED).build();

    private record Site(OrganizationId organization, Source.Kind kind, String url) {}

    PreviewRules(Crawler crawler, Frontier frontier, RateLimits limits) {
        this.crawler = crawler;
        this.frontier = frontier;
        this.limits = limits;
    }

    /**
     * Of a site that is not a source yet.
     *
     * @throws BadInput where the address or a pattern is none, or the site cannot be seen
     */
    public RulesMatch of(Source.Kind kind, String typed, NewSource.Wish wish) {
        String url = NewSourceRules.url(typed);
        PageRules rules = wish.plan(url, CrawlPlan.USUAL).rules();
        return match(glimpse(kind, url), rules, true);
    }

    public RulesMatch of(Source source, NewSource.Wish wish) {
        String url = String.valueOf(source.url());
        PageRules rules = wish.plan(url, source.plan()).rules();
        List<String> known =
                source.kind() == Source.Kind.SITEMAP
                        ? List.of()
                        : frontier.addresses(source.id(), KNOWN);
        return known.size() > 1
                ? match(known, rules, false)
                : match(glimpse(source.kind(), url), rules, true);
    }

    private List<String> glimpse(Source.Kind kind, String url) {
        var site = new Site(Tenancy.organization(), kind, url);
        Glimpse seen = glimpses.getIfPresent(site);
        if (seen == null) {
            limits.take(Limit.SITE_PREVIEW, Tenancy.organization().toString());
            seen = seen(kind, url);
            glimpses.put(site, seen);
        }
        return seen.pages();
    }

    /** What cannot be seen now may be there in a minute: only what can be is kept in mind. */
    private Glimpse seen(Source.Kind kind, String url) {
        Glimpse seen = look(kind, url);
        Reason problem = seen.problem();
        if (problem != null) {
            throw new BadInput("url", problem.key(), problem.detail());
        }
        if (seen.pages().isEmpty()) {
            throw new BadInput("url", "knowledge.crawl.sitemap");
        }
        return seen;
    }

    private Glimpse look(Source.Kind kind, String url) {
        try {
            List<String> maps = kind == Source.Kind.SITEMAP ? List.of(url) : List.of();
            return crawler.glimpse(Crawler.address(url).orElseThrow(), maps);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while looking at a site", stopped);
        }
    }

    private static RulesMatch match(List<String> pages, PageRules rules, boolean isAtFirstSight) {
        List<String> read = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        pages.forEach(page -> (rules.allows(page) ? read : leftOut).add(page));
        return new RulesMatch(some(read), some(leftOut), isAtFirstSight);
    }

    private static PageList some(List<String> pages) {
        return new PageList(pages.size(), pages.stream().limit(EXAMPLES).toList());
    }
}
