package io.taros.conversation;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation began: as much of it as sums may keep.
 *
 * @param language ISO 639-1
 * @param speaks ISO 639-1 of what the visitor writes
 * @param wants ISO 639-1 of what they asked to be answered in
 * @param path of the page, without whatever is one visitor's: addresses, numbers, long codes
 */
public record Visit(String language, String speaks, @Nullable String wants, @Nullable String path) {
    private static final int MAX_PATH = 200;

    /** An address, a number of any kind, a code: letters and digits in one, or far too long. */
    private static final Pattern ONES_OWN =
            Pattern.compile(
                    "(?<=/)([^/]*@[^/]*|[+\\d][\\d ().-]*|[0-9a-fA-F-]{16,}|(?=[^/]*\\d)(?=[^/]*\\p{L})[\\p{L}\\d]{12,}|[\\p{L}\\d_]{24,}|[^/]{48,})(?=/|$)");

    /** {@code ;jsessionid=…} and the like, of one part of the path. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    static Visit of(Conversation conversation) {
        return new Visit(
                conversation.language(),
                conversation.speaks(),
                conversation.wants(),
                pathOf(conversation.pageUrl()));
    }

    Visit speaking(String spoken, @Nullable String wanted) {
        return new Visit(language, spoken, wanted, path);
    }

    static @Nullable String pathOf(@Nullable String page) {
        if (page == null) {
            return null;
        }
        try {
            var path = URI.create(page).getPath();
            if (path == null || path.isEmpty()) {
                return "/";
            }
            var bare = PARAMETERS.matcher(path).replaceAll("");
            var common = ONES_OWN.matcher(bare).replaceAll("*");
            return common.length() > MAX_PATH ? null : common;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
