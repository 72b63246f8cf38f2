package io.taros.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Recognises one kind of caller. Each module that admits callers brings one; the first that answers
 * wins.
 */
public interface CallerResolver {
    Optional<Caller> resolve(HttpServletRequest request);
}
