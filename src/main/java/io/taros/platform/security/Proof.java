package io.taros.platform.security;

import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;

/** Brought by the module that signs people in: when they last proved who they are. */
public interface Proof {
    boolean isFresh(HttpServletRequest request);

    /** The page that asks, and then goes on with this very request. */
    View ask(HttpServletRequest request);
}
