package io.taros.platform.fetch;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL that may be asked for, once its addresses have been vetted. Written strictly because every
 * lenient reading is somebody's way around the policy; what {@link URI} makes of the same text has
 * to agree.
 *
 * @param literal the address itself when the host is written as one
 * @param port explicit or the scheme's own
 */
public record WebAddress(
        URI uri, String scheme, String host, int port, @Nullable InetAddress literal) {

    /** Longer ones are traps or sessions, not pages. */
    static final int MAX_LENGTH = 2_000;

    private static final Pattern SHAPE =
            Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\[\\]:@%]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final String KEPT = "!$&'()*+,;=:@/?-._~%";

    public sealed interface Parsed {
        record Usable(WebAddress address) implements Parsed {}

        record Unusable(FetchProblem problem) implements Parsed {}
    }

    public static Parsed parse(String text) {
        if (text.length() > MAX_LENGTH || text.codePoints().anyMatch(WebAddress::isHostile)) {
            return new Parsed.Unusable(FetchProblem.ADDRESS_MALFORMED);
        }
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            boolean otherScheme =
                    text.matches("(?i)[a-z][a-z0-9+.-]*:.*") && !text.matches("(?i)https?:.*");
            return new Parsed.Unusable(
                    otherScheme ? FetchProblem.ADDRESS_NOT_HTTP : FetchProblem.ADDRESS_MALFORMED);
        }
        if (shape.group(2).indexOf('@') >= 0) {
            return new Parsed.Unusable(FetchProblem.ADDRESS_HAS_CREDENTIALS);
        }
        String path = shape.group(3).isEmpty() ? "/" : encoded(shape.group(3));
        String query = shape.group(4) == null ? "" : encoded(shape.group(4));
        return authority(shape.group(1).toLowerCase(Locale.ROOT), shape.group(2), path + query)
                .<Parsed>map(Parsed.Usable::new)
                .orElse(new Parsed.Unusable(FetchProblem.ADDRESS_MALFORMED));
    }

    /**
     * One label, or a name every machine gives to itself: only private networks answer to those.
     */
    boolean isLocalName() {
        return literal == null
                && (host.indexOf('.') < 0
                        || host.endsWith(".localhost")
                        || host.endsWith(".local")
                        || host.endsWith(".internal"));
    }

    boolean hasUsualPort() {
        return port == 80 || port == 443;
    }

    private static Optional<WebAddress> authority(String scheme, String text, String rest) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            return Optional.empty();
        }
        int usual = scheme.equals("https") ? 443 : 80;
        int port = authority.group(2) == null ? usual : Integer.parseInt(authority.group(2));
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        Optional<Host> host = host(authority.group(1));
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String name = host.get().name;
        String url = scheme + "://" + name + (port == usual ? "" : ":" + port) + rest;
        return agreeing(url, name, port == usual ? -1 : port)
                .map(uri -> new WebAddress(uri, scheme, name, port, host.get().literal));
    }

    private record Host(String name, @Nullable InetAddress literal) {}

    private static Optional<Host> host(String text) {
        if (text.startsWith("[")) {
            String inner = text.substring(1, text.length() - 1);
            return inner.indexOf(':') < 0
                    ? Optional.empty()
                    : NumericHost.strict(inner)
                            .map(address -> new Host(text.toLowerCase(Locale.ROOT), address));
        }
        String name;
        try {
            name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
        if (NumericHost.looksNumeric(name)) {
            return NumericHost.strict(name).map(address -> new Host(name, address));
        }
        return NAME.matcher(name).matches() ? Optional.of(new Host(name, null)) : Optional.empty();
    }

    private static Optional<URI> agreeing(String url, String host, int port) {
        try {
            URI uri = URI.create(url);
            boolean same =
                    host.equals(uri.getHost())
                            && port == uri.getPort()
                            && uri.getUserInfo() == null;
            return same ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException secondOpinion) {
            return Optional.empty();
        }
    }

    /**
     * Control characters, backslashes and everything that some parser somewhere reads as a
     * delimiter.
     */
    private static boolean isHostile(int character) {
        return character < 0x21
                || character == 0x7f
                || character == '\\'
                || Character.isWhitespace(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE;
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", (int) c));
            }
        }
        return loosePercents(out.toString());
    }

    private static String loosePercents(String text) {
        return text.replaceAll("%(?![0-9a-fA-F]{2})", "%25");
    }
}
