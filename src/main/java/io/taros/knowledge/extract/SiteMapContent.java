package io.taros.knowledge.extract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a site map lists: pages, or further site maps. */
public record SiteMapContent(List<Page> pages, List<String> siteMaps) {
    public static final SiteMapContent EMPTY = new SiteMapContent(List.of(), List.of());

    /**
     * @param changed when it was changed last, if the map says so
     */
    public record Page(String url, @Nullable Instant changed) {}

    public SiteMapContent {
        pages = List.copyOf(pages);
        siteMaps = List.copyOf(siteMaps);
    }
}
