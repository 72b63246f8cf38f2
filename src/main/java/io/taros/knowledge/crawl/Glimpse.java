package io.taros.knowledge.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses a site leads to at first sight.
 *
 * @param problem why its first page could not be seen
 */
public record Glimpse(List<String> pages, @Nullable Reason problem) {
    public Glimpse {
        pages = List.copyOf(pages);
    }
}
