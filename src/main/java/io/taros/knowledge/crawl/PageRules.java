package io.taros.knowledge.crawl;

import io.taros.platform.web.BadInput;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Which pages of a site are read: those a pattern of {@code include} matches, or all where there is
 * none, without those that a pattern of {@code exclude} matches. A pattern is a path in which
 * {@code *} stands for anything; it has to match the whole path, and the query only where it names
 * one.
 */
public record PageRules(List<String> include, List<String> exclude) {
    public static final PageRules ALL = new PageRules(List.of(), List.of());

    private static final int MAX_PATTERNS = 50;
    private static final int MAX_LENGTH = 500;

    public PageRules {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /**
     * @param start of the site they are for
     * @throws BadInput naming the first pattern that is none
     */
    public static PageRules of(List<String> include, List<String> exclude, URI start) {
        var site = new Site(start);
        return new PageRules(
                patterns("include", include, site), patterns("exclude", exclude, site));
    }

    public boolean allows(String url) {
        var address = URI.create(url);
        String path = PathPattern.plain(String.valueOf(address.getRawPath()));
        String query =
                address.getRawQuery() == null ? "" : "?" + PathPattern.plain(address.getRawQuery());
        return (include.isEmpty() || isAny(include, path, query)) && !isAny(exclude, path, query);
    }

    private static boolean isAny(List<String> patterns, String path, String query) {
        return patterns.stream().anyMatch(pattern -> isMatch(pattern, path, query));
    }

    private static boolean isMatch(String pattern, String path, String query) {
        if (pattern.indexOf('?') >= 0) {
            return PathPattern.matches(pattern, path + query);
        }
        boolean isFolder = path.length() > 1 && path.endsWith("/");
        return PathPattern.matches(pattern, path)
                || (isFolder && PathPattern.matches(pattern, path.substring(0, path.length() - 1)));
    }

    private static List<String> patterns(String field, List<String> lines, Site site) {
        List<String> patterns =
                lines.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> pattern(field, line, site))
                        .distinct()
                        .toList();
        if (patterns.size() > MAX_PATTERNS) {
            throw new BadInput(field, "knowledge.rules.too-many", MAX_PATTERNS);
        }
        return patterns;
    }

    private static String pattern(String field, String line, Site site) {
        if (line.length() > MAX_LENGTH) {
            throw new BadInput(field, "knowledge.rules.too-long", MAX_LENGTH);
        }
        if (line.matches("(?i)https?://.*")) {
            return Site.address(line)
                    .filter(site::contains)
                    .map(PageRules::pathOf)
                    .orElseThrow(() -> new BadInput(field, "knowledge.rules.elsewhere", line));
        }
        boolean isPath = line.startsWith("/") || line.startsWith("*");
        return Optional.of(line)
                .filter(_ -> isPath)
                .flatMap(path -> Site.address("https://pattern.example/" + path))
                .map(address -> pathOf(address).substring(1))
                .orElseThrow(() -> new BadInput(field, "knowledge.rules.pattern", line));
    }

    private static String pathOf(URI address) {
        String query = address.getRawQuery();
        return PathPattern.plain(address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
