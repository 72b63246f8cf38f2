package io.taros.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One random value per request, named in the content security policy and on every script tag of the
 * page.
 */
public final class Nonce {
    private static final String NAME = Nonce.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonce() {}

    public static String of(HttpServletRequest request) {
        var known = (String) request.getAttribute(NAME);
        if (known != null) {
            return known;
        }
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NAME, nonce);
        return nonce;
    }
}
