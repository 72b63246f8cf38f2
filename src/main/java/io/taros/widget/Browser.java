package io.taros.widget;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The little that is kept about a visitor's surroundings: which browser and which kind of device,
 * no versions, nothing asked of the browser beyond what it sends anyway. Whoever sends Do-Not-Track
 * or Global Privacy Control leaves not even that, nor the page and the time zone that the widget
 * would have told.
 */
record Browser(@Nullable String name, @Nullable String device) {
    private static final int MAX_URL = 500;
    private static final int MAX_ZONE = 60;

    static Browser of(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent == null || wantsPrivacy(request)) {
            return new Browser(null, null);
        }
        return new Browser(nameIn(agent), deviceIn(agent));
    }

    private static boolean wantsPrivacy(HttpServletRequest request) {
        return "1".equals(request.getHeader("Sec-GPC")) || "1".equals(request.getHeader("DNT"));
    }

    /** Without query and fragment, where names, tokens and searches hide. */
    static @Nullable String page(@Nullable String url, HttpServletRequest request) {
        if (url == null || url.length() > MAX_URL || wantsPrivacy(request)) {
            return null;
        }
        try {
            var uri = URI.create(url);
            var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!isWeb || uri.getHost() == null) {
                return null;
            }
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static @Nullable String zone(@Nullable String zone, HttpServletRequest request) {
        if (zone == null || zone.length() > MAX_ZONE || wantsPrivacy(request)) {
            return null;
        }
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The two letters of a language tag, or the bot's own. */
    static String language(@Nullable String tag, HttpServletRequest request, String otherwise) {
        var language = Locale.forLanguageTag(tag == null ? "" : tag).getLanguage();
        if (language.length() == 2) {
            return language;
        }
        var accepted =
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? ""
                        : request.getLocale().getLanguage();
        return accepted.length() == 2 ? accepted : otherwise;
    }

    private static String nameIn(String agent) {
        if (agent.contains("Edg/")) {
            return "Edge";
        }
        if (agent.contains("OPR/")) {
            return "Opera";
        }
        if (agent.contains("Firefox/") || agent.contains("FxiOS/")) {
            return "Firefox";
        }
        if (agent.contains("Chrome/") || agent.contains("CriOS/")) {
            return "Chrome";
        }
        return agent.contains("Safari/") ? "Safari" : "other";
    }

    private static String deviceIn(String agent) {
        if (agent.contains("iPad") || agent.contains("Tablet")) {
            return "tablet";
        }
        return agent.contains("Mobi") ? "phone" : "computer";
    }
}
