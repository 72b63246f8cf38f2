package io.taros.conversation;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation began: as much of it as sums may keep.
 *
 * @param language ISO 639-1
 * @param path of the page, without whatever is one visitor's: addresses, numbers, long codes
 */
public record Visit(String language, @Nullable String path) {
    private static final int MAX_PATH = 200;
    private static final Pattern ONES_OWN =
            Pattern.compile("(?<=/)([^/]*(@|%40)[^/]*|\\d+|[0-9a-fA-F-]{16,}|[^/]{48,})(?=/|$)");

    static Visit of(Conversation conversation) {
        return new Visit(conversation.language(), pathOf(conversation.pageUrl()));
    }

    static @Nullable String pathOf(@Nullable String page) {
        if (page == null) {
            return null;
        }
        try {
            var path = URI.create(page).getRawPath();
            if (path == null || path.isEmpty()) {
                return "/";
            }
            var common = ONES_OWN.matcher(path).replaceAll("*");
            return common.length() > MAX_PATH ? null : common;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
