package io.taros.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Something a person has to do before anything else, such as setting up a second factor that their
 * organization asks for. Pages below {@code /account} and signing out stay open to them.
 */
public interface Detour {
    /** Where to, one of our addresses; empty if there is nothing to do. */
    Optional<String> before(Caller caller, HttpServletRequest request);

    /** Whether a page stays open all the same: those about one's own account do as a rule. */
    default boolean leavesOpen(String path) {
        return path.startsWith("/account");
    }
}
