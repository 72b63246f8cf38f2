package io.taros.platform.fetch;

import io.taros.platform.egress.Purpose;
import java.net.URI;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One wish to read an address.
 *
 * @param purpose as the ledger of what leaves the house says it
 * @param mayFollow asked before every redirect, so that a crawl stays on its site and robots.txt
 *     holds for the target
 * @param mayBePrivate where what the operator opened of the private network is open to it as well,
 *     redirects included
 */
public record FetchRequest(
        Purpose purpose,
        String url,
        @Nullable String etag,
        @Nullable String lastModified,
        Predicate<URI> mayFollow,
        Predicate<URI> mayBePrivate) {

    public static FetchRequest of(Purpose purpose, String url) {
        return new FetchRequest(purpose, url, null, null, target -> true, target -> true);
    }

    public FetchRequest following(Predicate<URI> rule) {
        return new FetchRequest(purpose, url, etag, lastModified, rule, mayBePrivate);
    }

    public FetchRequest privateOnlyWhere(Predicate<URI> rule) {
        return new FetchRequest(purpose, url, etag, lastModified, mayFollow, rule);
    }

    public FetchRequest ifChangedSince(@Nullable String knownEtag, @Nullable String knownDate) {
        return new FetchRequest(purpose, url, knownEtag, knownDate, mayFollow, mayBePrivate);
    }
}
