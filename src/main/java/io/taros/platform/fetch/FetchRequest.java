package io.taros.platform.fetch;

import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One wish to read an address.
 *
 * @param mayFollow asked before every redirect, so that a crawl stays on its site and robots.txt
 *     holds for the target
 */
public record FetchRequest(
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        Predicate<URI> mayFollow) {

    public static FetchRequest of(String url) {
        return new FetchRequest(url, null, null, target -> true);
    }

    public FetchRequest following(Predicate<URI> rule) {
        return new FetchRequest(url, etag, lastModified, rule);
    }

    public FetchRequest ifChangedSince(@Nullable String knownEtag, @Nullable String knownDate) {
        return new FetchRequest(url, knownEtag, knownDate, mayFollow);
    }
}
