package io.taros.knowledge.crawl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading one page of a site came to. */
public sealed interface Visited {

    /**
     * @param url where the page really is, after redirects
     * @param canonical where the same is to be read in the page's own words, if that is elsewhere
     *     on the site
     * @param margin what stands below the page, as below others of the site
     * @param links addresses on the same site that may be read next
     */
    record Page(
            String url,
            @Nullable String canonical,
            String title,
            String text,
            List<String> margin,
            @Nullable String language,
            List<String> links,
            @Nullable String etag,
            @Nullable String lastModified)
            implements Visited {
        public Page {
            margin = List.copyOf(margin);
            links = List.copyOf(links);
        }
    }

    record Unchanged() implements Visited {}

    /** Not asked for: its site map says that it has not changed since it was read. */
    record Unasked() implements Visited {}

    /** Nothing to learn here, but its links may be followed. */
    record Skipped(Reason reason, List<String> links) implements Visited {
        public Skipped {
            links = List.copyOf(links);
        }
    }

    /** Leads to, or is, a page that was asked for under another address in this run. */
    record Moved(Reason reason) implements Visited {}

    /** 404 or 410. */
    record Gone(Reason reason) implements Visited {}

    record Failed(Reason reason) implements Visited {}
}
