package io.taros.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cited passage as readers see it.
 *
 * @param number of its chip in the text
 * @param link to the page at the quoted words, where there is a page; of this installation if it
 *     begins with a slash
 */
public record SourceQuote(int number, String title, @Nullable String link, String quote) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int EDGE = 5;

    public static SourceQuote of(int number, String title, @Nullable String url, String quote) {
        return new SourceQuote(number, title, url == null ? null : atQuote(url, quote), quote);
    }

    /**
     * A text fragment (WICG scroll-to-text-fragment): the first and the last words, so that long
     * quotes stay short addresses.
     */
    private static @Nullable String atQuote(String url, String quote) {
        if (!url.startsWith("https://") && !url.startsWith("http://") && !url.startsWith("/")) {
            return null;
        }
        var words = SPACE.split(quote.strip());
        if (url.indexOf('#') >= 0 || words.length < 3) {
            return url;
        }
        if (words.length <= 2 * EDGE) {
            return url + "#:~:text=" + encoded(words, 0, words.length);
        }
        return url
                + "#:~:text="
                + encoded(words, 0, EDGE)
                + ","
                + encoded(words, words.length - EDGE, words.length);
    }

    private static String encoded(String[] words, int from, int to) {
        var text = String.join(" ", java.util.Arrays.copyOfRange(words, from, to));
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
