package io.taros.platform.web;

import io.taros.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Builds the frame for a request. */
@Component
class Shells {
    private static final ShellNames.Names NOBODY = new ShellNames.Names(null, null, ZoneOffset.UTC);

    private final MessageSource messages;
    private final ObjectProvider<ShellNames> names;
    private final InstantSource clock;
    private final List<Rooms> rooms;
    private final Branding branding;

    Shells(
            MessageSource messages,
            ObjectProvider<ShellNames> names,
            InstantSource clock,
            List<Rooms> rooms,
            Branding branding) {
        this.branding = branding;
        this.rooms = List.copyOf(rooms);
        this.messages = messages;
        this.names = names;
        this.clock = clock;
    }

    Shell of(HttpServletRequest request) {
        var caller = (Caller) request.getAttribute(Caller.class.getName());
        var locale = RequestContextUtils.getLocale(request);
        var shown = namesOf(caller);
        return new Shell(
                new Texts(messages, locale),
                request.getRequestURI(),
                Nonce.of(request),
                () -> csrfToken(request),
                shown.account(),
                shown.organization(),
                caller == null ? Set.of() : caller.permissions(),
                caller == null ? null : caller.guest(),
                themeOf(request),
                caller == null ? Set.of() : shutTo(caller),
                clock.instant().atZone(shown.zone()),
                branding.of(request));
    }

    private Set<Door> shutTo(Caller caller) {
        return rooms.stream()
                .flatMap(some -> some.shutTo(caller).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A preference, kept in a cookie so that the first byte already has the right colours. */
    private static Shell.Theme themeOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, "taros-theme");
        return switch (cookie == null ? "" : cookie.getValue()) {
            case "light" -> Shell.Theme.LIGHT;
            case "dark" -> Shell.Theme.DARK;
            default -> Shell.Theme.SYSTEM;
        };
    }

    private ShellNames.Names namesOf(@Nullable Caller caller) {
        var source = names.getIfAvailable();
        return caller == null || source == null ? NOBODY : source.of(caller);
    }

    private static @Nullable String csrfToken(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? null : token.getToken();
    }
}
