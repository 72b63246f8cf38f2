package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.platform.TarosSettings;
import io.taros.platform.web.Branding;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The websites a bot may appear on: those its owner listed, and the pages it is managed on. */
@Component
class Origins {
    private final String own;
    private final TarosSettings settings;
    private final Branding branding;

    Origins(TarosSettings settings, Branding branding) {
        own = originOf(settings.baseUrl());
        this.settings = settings;
        this.branding = branding;
    }

    boolean isAllowed(String origin, Bot bot, HttpServletRequest request) {
        return isOwn(origin, request) || bot.allowedOrigins().contains(origin);
    }

    /**
     * The website that asks; empty for our own pages, which name themselves only with what they
     * send, and for programs.
     */
    String siteOf(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOwn(origin, request) ? "" : origin;
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        return origin.equals(own)
                || origin.equals(branded())
                || origin.equals(originOf(URI.create(request.getRequestURL().toString())))
                || origin.equals(served(request));
    }

    /** Who may frame the full-page chat, as a content security policy says it. */
    String framersOf(Bot bot) {
        return Stream.concat(Stream.of("'self'", own, branded()), bot.allowedOrigins().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** Where the pages of the bot's organization are reached, which a partner may have moved. */
    private String branded() {
        return originOf(URI.create(branding.link("")));
    }

    /** The domain that was asked, as its proxy shows it: served, even while nothing links to it. */
    private @Nullable String served(HttpServletRequest request) {
        return branding.isElsewhere(request)
                ? originOf(URI.create(settings.linkAt(request.getServerName(), "")))
                : null;
    }

    private static String originOf(URI uri) {
        var usual = "https".equals(uri.getScheme()) ? 443 : 80;
        var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
