package io.taros.knowledge.crawl;

import io.taros.platform.egress.Purpose;
import io.taros.platform.fetch.FetchRequest;
import io.taros.platform.fetch.Fetched;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a site allows a crawler to read, by RFC 9309: no file allows everything, a broken server
 * nothing.
 */
public final class Robots {
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final RobotsFile file;
    private final @Nullable Reason silence;
    private final boolean mayAnswerLater;

    private Robots(RobotsFile file, @Nullable Reason silence, boolean mayAnswerLater) {
        this.file = file;
        this.silence = silence;
        this.mayAnswerLater = mayAnswerLater;
    }

    /** Whoever asks for a pause gets it, and is asked again; not to answer even then is a no. */
    static Robots fetch(PoliteFetch fetch, URI site, String name) throws InterruptedException {
        return fetch(fetch, site, name, address -> true);
    }

    /**
     * @param mayBePrivate as in {@link FetchRequest}
     */
    static Robots fetch(PoliteFetch fetch, URI site, String name, Predicate<URI> mayBePrivate)
            throws InterruptedException {
        String url = site.resolve("/robots.txt").toString();
        var request = FetchRequest.of(Purpose.CRAWL, url).privateOnlyWhere(mayBePrivate);
        return switch (fetch.fetch(request)) {
            case Fetched.Page page -> parse(page.body(), name);
            case Fetched.Gone _, Fetched.NotModified _ -> everything();
            case Fetched.Failed failed when failed.status() >= 400 && failed.status() < 500 ->
                    everything();
            case Fetched.Failed failed when failed.status() >= 500 ->
                    nothing(Reason.ROBOTS_UNREACHABLE);
            case Fetched.Busy _ -> nothing(Reason.ROBOTS_UNREACHABLE);
            // No page of the site would fare better, so what is wrong is said as it is.
            case Fetched.Failed(var problem, var detail, _) -> nothing(Reason.of(problem, detail));
            case Fetched.Refused(var problem, var detail) ->
                    new Robots(RobotsFile.EMPTY, Reason.of(problem, detail), false);
        };
    }

    static Robots parse(byte[] content, String name) {
        return new Robots(RobotsFile.read(content, name), null, false);
    }

    private static Robots everything() {
        return new Robots(RobotsFile.EMPTY, null, false);
    }

    static Robots nothing(Reason why) {
        return new Robots(RobotsFile.EMPTY, why, true);
    }

    boolean allows(String url) {
        return silence == null && file.allows(url);
    }

    /** Why the site could not be asked, which counts as a no; nothing when it could. */
    Optional<Reason> silence() {
        return Optional.ofNullable(silence);
    }

    /** Whether only this time nobody knows what it allows. */
    boolean mayAnswerLater() {
        return mayAnswerLater;
    }

    /**
     * The longer of our own pause and the one the site asks for, which is heard up to half a
     * minute.
     */
    Duration delay(Duration own) {
        Duration asked = file.delay();
        if (asked.compareTo(own) <= 0) {
            return own;
        }
        return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
    }

    List<String> sitemaps() {
        return file.sitemaps();
    }
}
