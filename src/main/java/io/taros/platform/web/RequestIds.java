package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/**
 * The number under which a request is found in the log. Made up for each: what the server calls its
 * requests holds the caller's address, which no log may know.
 */
final class RequestIds {
    private static final String NAME = RequestIds.class.getName();

    private RequestIds() {}

    static String of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof String known) {
            return known;
        }
        var made = UUID.randomUUID().toString();
        request.setAttribute(NAME, made);
        return made;
    }
}
