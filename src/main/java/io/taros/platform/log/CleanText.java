package io.taros.platform.log;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of the log without what tells of somebody or opens something: addresses of mail and of
 * networks, tokens, keys, passwords. The rule is not to log them; this is for the day somebody, or
 * a library, does.
 */
public final class CleanText {
    private record Secret(Pattern pattern, String instead) {
        static Secret of(String pattern, String instead) {
            return new Secret(Pattern.compile(pattern), instead);
        }
    }

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** The loopback addresses and "any" tell of nobody. */
    private static final String NOBODY_4 = "(?!127\\.|0\\.0\\.0\\.0(?![\\d.]))";

    private static final String HEX = "[0-9A-Fa-f]{1,4}";

    /** In this order: what names a secret goes before what only looks like one. */
    private static final List<Secret> SECRETS =
            List.of(
                    Secret.of("\\beyJ[\\w-]++\\.[\\w-]++(?:\\.[\\w-]*+)?", "[token]"),
                    Secret.of("\\btaros_[\\w-]++", "[token]"),
                    Secret.of("\\bsk-[\\w-]{16,}+", "[token]"),
                    Secret.of("(?i)\\b(bearer|basic)\\s++[\\w.~+/=-]{8,}+", "$1 [token]"),
                    Secret.of(
                            "(?i)\\b([\\w-]{0,20}(?:password|passwd|secret|api[_-]?key|access[_-]?token|refresh[_-]?token))(\"?\\s?[=:]\\s?\"?)[^\\s\"'&,;)\\]}]++",
                            "$1$2[secret]"),
                    // As it stands in an address of the web, where the sign is written twice over,
                    // too.
                    Secret.of(
                            "(?<![\\p{L}\\p{N}._+-])(?:[\\p{L}\\p{N}._+-]|%(?:25)?(?:2[Bb]|[89A-Fa-f][0-9A-Fa-f])){1,64}+%(?:25)?40(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}+\\p{L}{2,24}+",
                            "[mail]"),
                    Secret.of(
                            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,8}+\\p{L}{2,24}+",
                            "[mail]"),
                    Secret.of(
                            "(?<![\\d.])"
                                    + NOBODY_4
                                    + OCTET
                                    + "(?:\\."
                                    + OCTET
                                    + "){3}(?![\\d.]*\\d)",
                            "[address]"),
                    Secret.of("(?<![\\w:.])(?:" + HEX + ":){7}" + HEX + "(?![\\w:])", "[address]"),
                    Secret.of(
                            "(?<![\\w:.])(?=[0-9A-Fa-f:]{4,39}(?![\\w:]))(?:"
                                    + HEX
                                    + "(?::"
                                    + HEX
                                    + "){0,6})?::(?:"
                                    + HEX
                                    + "(?::"
                                    + HEX
                                    + "){0,6})?(?![\\w:])",
                            "[address]"),
                    // 256 random bits, as we and most others write them.
                    Secret.of(
                            "(?<![\\w-])(?=[\\w-]{0,200}\\d)(?=[\\w-]{0,200}[a-z])(?=[\\w-]{0,200}[A-Z])[\\w-]{40,200}+(?![\\w-])",
                            "[token]"));

    private CleanText() {}

    public static String of(String line) {
        var clean = line;
        for (var secret : SECRETS) {
            clean = secret.pattern().matcher(clean).replaceAll(secret.instead());
        }
        return clean;
    }
}
