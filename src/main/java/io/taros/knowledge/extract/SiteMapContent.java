package io.taros.knowledge.extract;

import java.util.List;

/** The addresses a site map lists: pages, or further site maps. */
public record SiteMapContent(List<String> pages, List<String> siteMaps) {
    public static final SiteMapContent EMPTY = new SiteMapContent(List.of(), List.of());

    public SiteMapContent {
        pages = List.copyOf(pages);
        siteMaps = List.copyOf(siteMaps);
    }
}
