package io.taros.platform.web;

import io.taros.platform.security.DetourNeeded;
import io.taros.platform.security.Surface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns what went wrong into an answer: a problem document for machines, a page for people. */
@ControllerAdvice
@ConditionalOnWebApplication
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final int RETRY_SECONDS = 5;

    private final ErrorPages pages;
    private final Misfits misfits;

    Errors(ErrorPages pages, Misfits misfits) {
        this.pages = pages;
        this.misfits = misfits;
    }

    @ExceptionHandler
    ResponseEntity<?> on(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case NotFound e -> answer(request, Problem.NOT_FOUND, e);
            case Forbidden e -> answer(request, Problem.FORBIDDEN, e);
            case SignInNeeded e -> signIn(request, e);
            case DetourNeeded e -> elsewhere(request, e.path());
            case Refusal e -> answer(request, misfits.of(e));
            case OverLimit e -> overLimit(request, e);
            case PuzzleNeeded e -> puzzle(e);
            case ConstraintViolationException e -> answer(request, Problem.INVALID, e);
            case AsyncRequestNotUsableException _ -> ResponseEntity.noContent().build();
            default ->
                    misfits.in(failure)
                            .<ResponseEntity<?>>map(
                                    misfit -> headed(answer(request, misfit), failure))
                            .orElseGet(() -> unexpected(request, failure));
        };
    }

    private ResponseEntity<?> unexpected(HttpServletRequest request, Exception failure) {
        if (failure instanceof ErrorResponse response) {
            var problem = problemFor(response.getStatusCode().value());
            return headed(answer(request, problem, problem.title()), failure);
        }
        if (failure instanceof HttpException refused) {
            // The container's way to say that an address or a body is malformed.
            var problem = problemFor(refused.getCode());
            return answer(request, problem, problem.title());
        }
        if (isWithoutConnection(failure)) {
            return overloaded(request, failure);
        }
        return bug(request, failure);
    }

    /**
     * All of the database's connections were in use for as long as a request may wait, or it is
     * gone.
     */
    private static boolean isWithoutConnection(Exception failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof CannotGetJdbcConnectionException;
    }

    /** Without the stack: where there is too much to do, writing down more of it helps nobody. */
    private ResponseEntity<?> overloaded(HttpServletRequest request, Exception failure) {
        LOG.warn(
                "{} {} was put off, request {}: {}",
                request.getMethod(),
                routeOf(request),
                RequestIds.of(request),
                failure.getMessage());
        return comingBack(
                answer(
                        request,
                        Problem.UNAVAILABLE,
                        "There is too much to do right now; try again in a moment."),
                RETRY_SECONDS);
    }

    private ResponseEntity<?> bug(HttpServletRequest request, Exception failure) {
        LOG.error(
                "{} {} failed, request {}",
                request.getMethod(),
                routeOf(request),
                RequestIds.of(request),
                failure);
        return answer(
                request,
                Problem.INTERNAL,
                "Something went wrong on our side; the request id is "
                        + RequestIds.of(request)
                        + ".");
    }

    private ResponseEntity<?> signIn(HttpServletRequest request, SignInNeeded failure) {
        if (isForMachines(request)) {
            var answer = answer(request, Problem.UNAUTHENTICATED, failure);
            return ResponseEntity.status(answer.getStatusCode())
                    .headers(answer.getHeaders())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .body(answer.getBody());
        }
        return elsewhere(request, "/sign-in");
    }

    /**
     * The whole page, also where htmx asked for a part of one: its browser would follow a redirect
     * by itself and htmx put the page it leads to into that part.
     */
    private static ResponseEntity<?> elsewhere(HttpServletRequest request, String path) {
        if (request.getHeader("HX-Request") != null) {
            return ResponseEntity.noContent().header("HX-Redirect", path).build();
        }
        return ResponseEntity.status(303).header(HttpHeaders.LOCATION, path).build();
    }

    private ResponseEntity<?> overLimit(HttpServletRequest request, OverLimit failure) {
        var answer = answer(request, Problem.OVER_LIMIT, failure);
        return comingBack(answer, Math.max(1, failure.retryAfter().toSeconds()));
    }

    private static ResponseEntity<?> comingBack(ResponseEntity<?> answer, long seconds) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .body(answer.getBody());
    }

    /** Asked of programs alone: a page has its puzzle in its form. */
    private static ResponseEntity<?> puzzle(PuzzleNeeded failure) {
        var detail = Problem.PUZZLE.detail(sentence(failure));
        detail.setProperty("puzzle", failure.puzzle());
        return ResponseEntity.status(Problem.PUZZLE.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ResponseEntity<?> answer(
            HttpServletRequest request, Problem problem, Exception failure) {
        return answer(request, problem, sentence(failure));
    }

    private ResponseEntity<?> answer(HttpServletRequest request, Problem problem, String sentence) {
        return answer(request, new Misfit(problem, sentence, null));
    }

    private ResponseEntity<?> answer(HttpServletRequest request, Misfit misfit) {
        var sentence = sentence(misfit.sentence());
        if (!isForMachines(request)) {
            return pages.page(misfit.problem(), sentence, request);
        }
        var detail = misfit.problem().detail(sentence);
        if (misfit.field() != null) {
            detail.setProperty("field", misfit.field());
        }
        return ResponseEntity.status(misfit.problem().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** With what the failure says about the address, such as the methods it takes. */
    private static ResponseEntity<?> headed(ResponseEntity<?> answer, Exception failure) {
        if (!(failure instanceof ErrorResponse response) || response.getHeaders().isEmpty()) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(response.getHeaders())
                .body(answer.getBody());
    }

    private static boolean isForMachines(HttpServletRequest request) {
        return Surface.of(request).isForMachines();
    }

    static Problem problemFor(int status) {
        return switch (status) {
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.MEDIA_TYPE;
            case 503 -> Problem.UNAVAILABLE;
            default -> status < 500 ? Problem.BAD_REQUEST : Problem.INTERNAL;
        };
    }

    private static String sentence(Exception failure) {
        return sentence(String.valueOf(failure.getMessage()));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String routeOf(HttpServletRequest request) {
        return String.valueOf(
                request.getAttribute(
                        "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"));
    }
}
