package io.taros.platform.web;

import io.taros.platform.security.Surface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns what went wrong into an answer: a problem document for machines, a page for people. */
@ControllerAdvice
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final ErrorPages pages;

    Errors(ErrorPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<?> on(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case NotFound e -> answer(request, Problem.NOT_FOUND, e);
            case Forbidden e -> answer(request, Problem.FORBIDDEN, e);
            case SignInNeeded e -> signIn(request, e);
            case Conflict e -> answer(request, Problem.CONFLICT, e);
            case TooLarge e -> answer(request, Problem.TOO_LARGE, e);
            case OverLimit e -> overLimit(request, e);
            case BadInput e -> badInput(request, e);
            case MethodArgumentNotValidException e -> answer(request, Problem.INVALID, fields(e));
            case ConstraintViolationException e -> answer(request, Problem.INVALID, e);
            case MaxUploadSizeExceededException _ ->
                    answer(
                            request,
                            Problem.TOO_LARGE,
                            "The file is larger than this installation takes.");
            case MultipartException _ ->
                    answer(
                            request,
                            Problem.BAD_REQUEST,
                            "The upload ended before it was complete.");
            case HttpMessageNotReadableException _ ->
                    answer(
                            request,
                            Problem.BAD_REQUEST,
                            "The body is not the JSON this address takes.");
            case TypeMismatchException _ ->
                    answer(request, Problem.NOT_FOUND, Problem.NOT_FOUND.title());
            case AsyncRequestNotUsableException _ -> ResponseEntity.noContent().build();
            case ErrorResponse e -> answer(request, problemFor(e), problemFor(e).title());
            default -> bug(request, failure);
        };
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
        var headers = new HttpHeaders();
        headers.add("HX-Redirect", "/sign-in");
        return ResponseEntity.status(303)
                .headers(headers)
                .header(HttpHeaders.LOCATION, "/sign-in")
                .build();
    }

    private ResponseEntity<?> overLimit(HttpServletRequest request, OverLimit failure) {
        var answer = answer(request, Problem.OVER_LIMIT, failure);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, failure.retryAfter().toSeconds())))
                .body(answer.getBody());
    }

    private ResponseEntity<?> badInput(HttpServletRequest request, BadInput failure) {
        if (!isForMachines(request)) {
            return pages.page(Problem.INVALID, sentence(failure), request);
        }
        var detail = Problem.INVALID.detail(sentence(failure));
        detail.setProperty("field", failure.field());
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private ResponseEntity<?> answer(
            HttpServletRequest request, Problem problem, Exception failure) {
        return answer(request, problem, sentence(failure));
    }

    private ResponseEntity<?> answer(HttpServletRequest request, Problem problem, String sentence) {
        if (!isForMachines(request)) {
            return pages.page(problem, sentence, request);
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.detail(sentence));
    }

    private static boolean isForMachines(HttpServletRequest request) {
        return Surface.of(request).isForMachines();
    }

    private static Problem problemFor(ErrorResponse response) {
        return switch (response.getStatusCode().value()) {
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD;
            case 406 -> Problem.NOT_ACCEPTABLE;
            case 413 -> Problem.TOO_LARGE;
            case 415 -> Problem.MEDIA_TYPE;
            case 503 -> Problem.UNAVAILABLE;
            default ->
                    response.getStatusCode().is4xxClientError()
                            ? Problem.BAD_REQUEST
                            : Problem.INTERNAL;
        };
    }

    private static String fields(MethodArgumentNotValidException failure) {
        return failure.getFieldErrors().stream()
                .map(error -> error.getField() + " " + error.getDefaultMessage())
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String sentence(Exception failure) {
        var message = String.valueOf(failure.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static String routeOf(HttpServletRequest request) {
        return String.valueOf(
                request.getAttribute(
                        "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern"));
    }
}
