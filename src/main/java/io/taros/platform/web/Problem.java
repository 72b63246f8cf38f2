package io.taros.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Every error a JSON caller can meet (RFC 9457). The type is a section of docs/api.md. */
public enum Problem {
    BAD_REQUEST("bad-request", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    INVALID("invalid", HttpStatus.UNPROCESSABLE_CONTENT, "Something in the request cannot be used"),
    UNAUTHENTICATED("unauthenticated", HttpStatus.UNAUTHORIZED, "No valid key was sent"),
    FORBIDDEN("forbidden", HttpStatus.FORBIDDEN, "The key lacks a scope"),
    SUSPENDED("suspended", HttpStatus.FORBIDDEN, "The organization is suspended"),
    NOT_INCLUDED(
            "not-included", HttpStatus.FORBIDDEN, "The organization does not have this feature"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is nothing here"),
    METHOD(
            "method-not-allowed",
            HttpStatus.METHOD_NOT_ALLOWED,
            "The address does not take this method"),
    MEDIA_TYPE(
            "media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The content type is not taken here"),
    NOT_ACCEPTABLE(
            "not-acceptable",
            HttpStatus.NOT_ACCEPTABLE,
            "The answer is not available in the type asked for"),
    CONFLICT("conflict", HttpStatus.CONFLICT, "The request clashes with what is there"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    PUZZLE("puzzle", HttpStatus.PRECONDITION_REQUIRED, "A puzzle is to be solved first"),
    OVER_LIMIT("over-limit", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    UNAVAILABLE(
            "unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Something this needs is not available"),
    INTERNAL("internal", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");

    private static final String DOCUMENTED_AT = "https://taros.io/problems#";

    private final String slug;
    private final HttpStatus status;
    private final String title;

    Problem(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public ProblemDetail detail(String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create(DOCUMENTED_AT + slug));
        detail.setTitle(title);
        return detail;
    }
}
