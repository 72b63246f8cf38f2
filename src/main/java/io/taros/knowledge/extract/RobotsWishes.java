package io.taros.knowledge.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a page asks of robots, in its head or beside it in {@code X-Robots-Tag}: what is said to
 * robots of another name is not meant for us.
 */
public record RobotsWishes(boolean mayIndex, boolean mayFollow) {
    private static final Set<String> VALUED =
            Set.of("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after");

    /**
     * @param lines such as {@code noindex, nofollow} or {@code otherbot: none}
     * @param name ours
     */
    public static RobotsWishes of(List<String> lines, String name) {
        boolean mayIndex = true;
        boolean mayFollow = true;
        for (String line : lines) {
            String addressed = name;
            for (String part : line.toLowerCase(Locale.ROOT).split(",", -1)) {
                int colon = part.indexOf(':');
                String before = colon < 0 ? "" : part.substring(0, colon).strip();
                if (VALUED.contains(before)) {
                    continue;
                }
                addressed = colon < 0 ? addressed : before;
                String wish = part.substring(colon + 1).strip();
                boolean isOurs = addressed.equals("*") || addressed.equalsIgnoreCase(name);
                boolean isAll = isOurs && wish.equals("none");
                mayIndex &= !isAll && !(isOurs && wish.equals("noindex"));
                mayFollow &= !isAll && !(isOurs && wish.equals("nofollow"));
            }
        }
        return new RobotsWishes(mayIndex, mayFollow);
    }
}
