package io.taros.platform.security;

import io.taros.platform.web.ErrorPages;
import io.taros.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A form without the token of a living session. Mostly a page that was open longer than its
 * session, so it says what to do.
 */
@Component
class StaleForm implements AccessDeniedHandler {
    private final ErrorPages pages;

    StaleForm(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        pages.write(Problem.FORBIDDEN, "platform.problem.stale", request, response);
    }
}
