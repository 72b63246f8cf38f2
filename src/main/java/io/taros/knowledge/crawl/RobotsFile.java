package io.taros.knowledge.crawl;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A robots.txt as one robot has to read it: by RFC 9309, and by Google's reading where that leaves
 * something open.
 *
 * @param delay it asks for between two requests
 */
record RobotsFile(List<Rule> rules, Duration delay, List<String> sitemaps) {
    static final RobotsFile EMPTY = new RobotsFile(List.of(), Duration.ZERO, List.of());

    private static final int MAX_BYTES = 500 << 10;
    private static final int MAX_RULES = 10_000;

    RobotsFile {
        rules = List.copyOf(rules);
        sitemaps = List.copyOf(sitemaps);
    }

    record Rule(boolean allows, String path) {
        private boolean matches(String address) {
            return path.endsWith("$")
                    ? PathPattern.matches(path.substring(0, path.length() - 1), address)
                    : PathPattern.matches(path + "*", address);
        }
    }

    /**
     * @param name of the robot that reads it
     */
    static RobotsFile read(byte[] content, String name) {
        int length = Math.min(content.length, MAX_BYTES);
        // Byte for byte, as a path may be in any charset.
        String text = new String(content, 0, length, StandardCharsets.ISO_8859_1);
        var reader = new Reader(name);
        for (String line : text.replaceFirst("^\u00ef\u00bb\u00bf", "").split("\r\n|\r|\n")) {
            reader.line(line);
        }
        return reader.file();
    }

    /** The longest rule that matches decides; of two as long, the kinder one. */
    boolean allows(String url) {
        String path = PathPattern.plain(pathOf(url));
        int allowed = 0;
        int forbidden = 0;
        for (Rule rule : rules) {
            int weight = rule.path().length();
            if (weight > (rule.allows() ? allowed : forbidden) && rule.matches(path)) {
                allowed = rule.allows() ? weight : allowed;
                forbidden = rule.allows() ? forbidden : weight;
            }
        }
        return allowed >= forbidden;
    }

    private static String pathOf(String url) {
        String path =
                url.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*", "").replaceFirst("#.*$", "");
        return path.startsWith("/") ? path : "/" + path;
    }

    /** The rules for one robot, or for all of which there is no word for it. */
    private static final class Group {
        private final List<Rule> rules = new ArrayList<>();
        private Duration delay = Duration.ZERO;
        private boolean isNamed;
    }

    private static final class Reader {
        private static final Pattern TOKEN = Pattern.compile("^[A-Za-z_-]+");
        private static final Set<String> MISSPELT =
                Set.of("dissallow", "dissalow", "disalow", "diasllow", "disallaw");

        private final String name;
        private final Group mine = new Group();
        private final Group everybodys = new Group();
        private final List<String> sitemaps = new ArrayList<>();
        private final List<Group> open = new ArrayList<>();
        private boolean isNaming;

        Reader(String name) {
            this.name = name;
        }

        void line(String raw) {
            String line = withoutComment(raw).strip();
            int colon = line.indexOf(':');
            int end = colon < 0 ? line.indexOf(' ') : colon;
            if (end < 0) {
                return;
            }
            String key = line.substring(0, end).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(end + 1).strip();
            if (MISSPELT.contains(key)) {
                rule(false, value);
                return;
            }
            switch (key) {
                case "user-agent", "user agent", "useragent" -> agent(value);
                case "allow" -> allow(value);
                case "disallow" -> rule(false, value);
                case "crawl-delay" -> delay(value);
                case "sitemap" -> sitemaps.add(value);
                default -> {}
            }
        }

        private static String withoutComment(String line) {
            int hash = line.indexOf('#');
            return hash < 0 ? line : line.substring(0, hash);
        }

        private void agent(String value) {
            if (!isNaming) {
                open.clear();
            }
            isNaming = true;
            if (value.matches("\\*(\\s.*)?")) {
                open.add(everybodys);
                return;
            }
            Matcher token = TOKEN.matcher(value);
            if (token.find() && token.group().equalsIgnoreCase(name)) {
                mine.isNamed = true;
                open.add(mine);
            }
        }

        /** An index page stands for its folder. */
        private void allow(String value) {
            rule(true, value);
            int slash = value.lastIndexOf('/');
            if (slash >= 0 && value.startsWith("index.htm", slash + 1)) {
                rule(true, value.substring(0, slash + 1) + "$");
            }
        }

        private void rule(boolean allows, String value) {
            isNaming = false;
            for (Group group : open) {
                if (!value.isEmpty() && group.rules.size() < MAX_RULES) {
                    group.rules.add(new Rule(allows, spelt(value)));
                }
            }
        }

        private void delay(String value) {
            isNaming = false;
            if (value.matches("\\d{1,6}(\\.\\d{1,3})?")) {
                var asked = Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000));
                open.forEach(group -> group.delay = asked);
            }
        }

        private static String spelt(String value) {
            return PathPattern.plain(
                    new String(
                            value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }

        RobotsFile file() {
            Group group = mine.isNamed ? mine : everybodys;
            return new RobotsFile(group.rules, group.delay, sitemaps);
        }
    }
}
