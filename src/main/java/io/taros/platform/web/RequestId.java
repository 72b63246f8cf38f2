package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One random value per request, by which entries of the audit log are told to be of one act. The
 * server's own begins with the address of whoever called.
 */
public final class RequestId {
    private static final String NAME = RequestId.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        var known = (String) request.getAttribute(NAME);
        if (known != null) {
            return known;
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        request.setAttribute(NAME, id);
        return id;
    }
}
