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
}
