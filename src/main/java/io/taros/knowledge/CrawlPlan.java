package io.taros.knowledge;

import io.taros.knowledge.crawl.PageRules;

/** What its owner wants of a site: which of its pages, and how often they are read again. */
public record CrawlPlan(PageRules rules, Recrawl recrawl) {
    public static final CrawlPlan USUAL = new CrawlPlan(PageRules.ALL, Recrawl.NEVER);
}
