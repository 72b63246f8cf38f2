package io.taros.platform.web;

import io.taros.platform.security.Open;
import io.taros.platform.security.Surface;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server refuses before any of our code sees it, such as an address it cannot read. */
@Controller
@ConditionalOnWebApplication
class ContainerErrors implements ErrorController {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The server has no type for it. */
    private static final Pattern TOO_LARGE = Pattern.compile("larger than max|max .*exceeded");

    private static final String REFUSED = Misfit.class.getName();

    private final ErrorPages pages;
    private final Misfits misfits;

    ContainerErrors(ErrorPages pages, Misfits misfits) {
        this.pages = pages;
        this.misfits = misfits;
    }

    /** For filters that come before everything: answered as if the server itself had refused. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, Misfit misfit)
            throws IOException {
        request.setAttribute(REFUSED, misfit);
        response.sendError(misfit.problem().status().value());
    }

    @RequestMapping("/error")
    @Open("says what went wrong, to whomever it went wrong for")
    ResponseEntity<?> error(HttpServletRequest request) {
        var misfit = misfitIn(request);
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!Surface.of(asked).isForMachines()) {
            return pages.page(misfit.problem(), misfit.sentence(), request);
        }
        return ResponseEntity.status(misfit.problem().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(misfit.problem().detail(misfit.sentence()));
    }

    private Misfit misfitIn(HttpServletRequest request) {
        if (request.getAttribute(REFUSED) instanceof Misfit refused) {
            return refused;
        }
        var problem = problemIn(request);
        return problem == Problem.TOO_LARGE
                ? misfits.tooLargeUpload()
                : new Misfit(problem, problem.title() + ".", null);
    }

    /** A form or an upload is first read by a filter, so what is wrong with it arrives here. */
    private static Problem problemIn(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String method
                && !METHODS.contains(method)) {
            return Problem.METHOD;
        }
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (TOO_LARGE.matcher(String.valueOf(cause.getMessage())).find()) {
                return Problem.TOO_LARGE;
            }
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? Errors.problemFor(status)
                : Problem.BAD_REQUEST;
    }
}
