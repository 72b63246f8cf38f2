package io.taros.knowledge.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Paths of addresses, and patterns in which {@code *} stands for anything, nothing included. */
final class PathPattern {
    private static final Pattern PERCENT = Pattern.compile("%[0-9a-fA-F]{2}");

    private PathPattern() {}

    /** In time that no pattern can drive up: what a star took is given back one at a time. */
    static boolean matches(String pattern, String path) {
        int p = 0;
        int t = 0;
        int star = -1;
        int taken = 0;
        while (t < path.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                taken = t;
            } else if (p < pattern.length() && pattern.charAt(p) == path.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The same path in one spelling: in ASCII, with large hexadecimal digits. */
    static String plain(String path) {
        var ascii = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0) {
                ascii.append('%').append(String.format("%02X", b & 0xff));
            } else {
                ascii.append((char) b);
            }
        }
        return PERCENT.matcher(ascii).replaceAll(digits -> digits.group().toUpperCase(Locale.ROOT));
    }
}
