package io.taros.inbox;

import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that is written again and again.
 *
 * @param shortcut what it is called up by, without the slash
 * @param text with variables such as {@code {{visitor}}}
 */
public record CannedReply(CannedReply.Id id, String shortcut, String text) {
    public static final int MAX_SHORTCUT = 40;
    public static final int MAX_TEXT = 4_000;

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z]+)\\s*}}");

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /** A variable that has no value here is left out. */
    public String filled(Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll((MatchResult found) ->
                        java.util.regex.Matcher.quoteReplacement(
                                values.getOrDefault(found.group(1), "")))
                .replaceAll(" +([,.!?])", "$1");
    }
}
