package io.taros.site.web;

import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What owners of websites may want to know of the program that reads them.
 *
 * @param name robots.txt knows it by
 * @param pause between two requests to one host, in milliseconds
 * @param operator who runs it, as they call themselves
 * @param contact where mail reaches them
 */
public record CrawlerPage(
        String userAgent,
        String name,
        long pause,
        @Nullable String operator,
        @Nullable String contact)
        implements View {
    public String refusal() {
        return "User-agent: %s\nDisallow: /".formatted(name);
    }

    public String permission() {
        return "User-agent: %s\nAllow: /help/\nDisallow: /".formatted(name);
    }

    @Override
    public String template() {
        return "site/crawler";
    }
}
