package io.taros.widget;

import io.taros.bot.Bot;
import io.taros.platform.TarosSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The websites a bot may appear on: those its owner listed, and this installation's own pages. */
@Component
class Origins {
    private final String own;

    Origins(TarosSettings settings) {
        own = originOf(settings.baseUrl());
    }

    boolean isAllowed(String origin, Bot bot, HttpServletRequest request) {
        return origin.equals(own)
                || origin.equals(originOf(URI.create(request.getRequestURL().toString())))
                || bot.allowedOrigins().contains(origin);
    }

    /** Who may frame the full-page chat, as a content security policy says it. */
    String framersOf(Bot bot) {
        return Stream.concat(Stream.of("'self'", own), bot.allowedOrigins().stream())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String originOf(URI uri) {
        var usual = "https".equals(uri.getScheme()) ? 443 : 80;
        var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
