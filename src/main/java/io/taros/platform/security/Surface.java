package io.taros.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;

/**
 * The faces this installation shows, told apart by the address exactly as it was sent. One rule for
 * all who need it: were the filter that asks for CSRF tokens to read an address otherwise than the
 * one that accepts cookies, the gap between them would be a way in.
 */
public enum Surface {
    /** REST: a key in a header, no cookie. */
    API,
    /** The visitor channel and the script that opens it. */
    VISITOR,
    /** Health. */
    STATUS,
    /** Styles, scripts, fonts, pictures: the same for everybody. */
    FILES,
    /** Everything a person looks at, with a session. */
    PAGES;

    public static Surface of(HttpServletRequest request) {
        return of(request.getRequestURI());
    }

    public static Surface of(String path) {
        if (path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/widget/") || path.equals("/widget.js")) {
            return VISITOR;
        }
        if (path.startsWith("/actuator/")) {
            return STATUS;
        }
        var isFile =
                Stream.of("/css/", "/js/", "/font/", "/icon/", "/image/", "/webjars/")
                        .anyMatch(path::startsWith);
        return isFile ? FILES : PAGES;
    }

    /** Answers with problem documents rather than pages, and never looks at a cookie. */
    public boolean isForMachines() {
        return switch (this) {
            case API, VISITOR, STATUS -> true;
            case FILES, PAGES -> false;
        };
    }
}
