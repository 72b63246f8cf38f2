package io.taros.platform.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a fetch can end in. Only {@link Page} carries bytes somebody else wrote. */
public sealed interface Fetched {

    /**
     * @param url where the page was found after redirects
     */
    record Page(URI url, byte[] body, Head head) implements Fetched {}

    /**
     * @param robotsTags each {@code X-Robots-Tag}
     */
    record Head(
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            List<String> robotsTags) {
        public Head {
            robotsTags = List.copyOf(robotsTags);
        }
    }

    record NotModified() implements Fetched {}

    /** 404 or 410: the address is right, the page is not there (any more). */
    record Gone(int status) implements Fetched {}

    /** 429 or 503: the site asks for patience. */
    record Busy(int status, Duration retryAfter) implements Fetched {}

    /** We would not ask. */
    record Refused(FetchProblem problem, String detail) implements Fetched {}

    /** We asked and got nothing useful. {@code status} is 0 when there was no answer. */
    record Failed(FetchProblem problem, String detail, int status) implements Fetched {
        Failed(FetchProblem problem, String detail) {
            this(problem, detail, 0);
        }
    }
}
