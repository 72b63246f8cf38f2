package io.taros.account;

import jakarta.servlet.http.HttpServletResponse;

/** Pages whose address holds what opens something. */
public final class LinkPages {
    private LinkPages() {}

    /** Not even our own pages are told where their reader came from. */
    public static void hide(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
