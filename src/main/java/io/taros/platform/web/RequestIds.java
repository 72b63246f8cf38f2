package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The number under which a request is found in the log. */
final class RequestIds {
    private RequestIds() {}

    static String of(HttpServletRequest request) {
        return request.getRequestId();
    }
}
