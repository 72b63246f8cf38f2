package io.taros.knowledge.crawl;

import io.taros.platform.fetch.WebAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which addresses belong to a site and are pages rather than pictures or traps. */
public final class Site {
    private static final Pattern NO_PAGE =
            Pattern.compile(
                    "(?i).*\\.(png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|css|js|mjs|map|json|xml|rss|atom|woff2?|ttf|otf|eot"
                            + "|mp[34]|m4[av]|webm|ogg|wav|avi|mov|zip|gz|tgz|bz2|xz|7z|rar|tar|jar|war|exe|msi|dmg|iso"
                            + "|apk|deb|rpm|bin|asc|sig|sha\\d*|md5|ics|vcf|csv|xlsx?|pptx?|doc|epub|torrent)");
    private static final Pattern TRACKING =
            Pattern.compile(
                    "(?i)(?<=^|&)(utm_\\w+|gclid|fbclid|msclkid|mc_[ce]id|_ga|_gl|phpsessid|jsessionid|aspsessionid\\w*|sid"
                            + "|session_?id|zenid|oscsid|cfid|cftoken)=[^&]*(&|$)");
    private static final Pattern SESSION_PATH =
            Pattern.compile("(?i);(jsessionid|phpsessid|sid)=[^/?#]*|/\\(S\\([^)/]*\\)\\)");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?<!\\d)((?:19|20)\\d\\d)[-/](?:0?[1-9]|1[0-2])(?:[-/](?:0?[1-9]|[12]\\d|3[01]))?(?!\\d)");
    private static final int MAX_URL = 1_000;
    private static final int MAX_SEGMENTS = 15;
    private static final int MAX_PARAMETERS = 4;
    private static final int MAX_QUERIES_PER_PATH = 50;
    private static final int MAX_DATES = 100;

    private final String host;
    private final int port;
    private final Map<String, Set<String>> queries = new HashMap<>();
    private final Map<String, Set<String>> dates = new HashMap<>();

    public Site(URI start) {
        this.host = bare(start.getHost());
        this.port = port(start);
    }

    /** The site's own addresses differ in nothing but {@code www.} and the default ports. */
    public boolean contains(URI address) {
        String theirs = address.getHost();
        return theirs != null
                && bare(theirs).equals(host)
                && (port(address) == port || (port <= 0 && port(address) <= 0));
    }

    /** Two spellings of one address: with or without encryption, {@code www.} or a last slash. */
    static boolean isSame(String one, String other) {
        return spelling(one).equals(spelling(other));
    }

    static boolean isRoot(String url) {
        return URI.create(url).getRawPath().equals("/");
    }

    private static String spelling(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    /** The address as it is remembered, if it is a page of this site. */
    public synchronized Optional<String> page(String link) {
        return normal(link).filter(this::contains).map(URI::toString).filter(this::isNoTrap);
    }

    private static Optional<URI> normal(String link) {
        return address(SESSION_PATH.matcher(link).replaceAll("")).map(Site::withoutTracking);
    }

    /** As it is asked for, however it was written. */
    static Optional<URI> address(String text) {
        return switch (WebAddress.parse(text.strip().replace(" ", "%20"))) {
            case WebAddress.Parsed.Usable(WebAddress address) -> Optional.of(address.uri());
            case WebAddress.Parsed.Unusable _ -> Optional.empty();
        };
    }

    private static URI withoutTracking(URI uri) {
        if (uri.getRawQuery() == null) {
            return uri;
        }
        String query = TRACKING.matcher(uri.getRawQuery()).replaceAll("").replaceAll("&$", "");
        String base = uri.toString().replaceFirst("\\?.*$", "");
        return URI.create(query.isEmpty() ? base : base + "?" + query);
    }

    private boolean isNoTrap(String url) {
        URI uri = URI.create(url);
        String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        String[] segments = path.split("/");
        if (url.length() > MAX_URL
                || segments.length > MAX_SEGMENTS
                || NO_PAGE.matcher(path).matches()
                || goesInCircles(segments)) {
            return false;
        }
        String query = uri.getRawQuery();
        if (query == null) {
            return isNoCalendar(path);
        }
        if (query.chars().filter(c -> c == '=').count() > MAX_PARAMETERS) {
            return false;
        }
        return isOneOf(queries, path, query, MAX_QUERIES_PER_PATH);
    }

    /** Pages that differ in nothing but a date turn over without end. */
    private boolean isNoCalendar(String path) {
        Matcher date = DATE.matcher(path);
        return !date.find() || isOneOf(dates, date.replaceAll("date"), path, MAX_DATES);
    }

    private static boolean isOneOf(
            Map<String, Set<String>> groups, String group, String member, int most) {
        Set<String> known = groups.computeIfAbsent(group, key -> new HashSet<>());
        return known.contains(member) || (known.size() < most && known.add(member));
    }

    /** /a/b/a/b/a/b comes from relative links gone wrong, not from a person's folder. */
    private static boolean goesInCircles(String[] segments) {
        return Arrays.stream(segments)
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.groupingBy(segment -> segment, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count >= 3);
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("www.") ? lower.substring(4) : lower;
    }

    private static int port(URI uri) {
        return uri.getPort() == 80 || uri.getPort() == 443 ? -1 : uri.getPort();
    }
}
