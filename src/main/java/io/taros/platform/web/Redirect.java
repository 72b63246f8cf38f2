package io.taros.platform.web;

import org.springframework.http.HttpStatus;

/**
 * After a form has done its work: the page to see next. The path is one of ours, never one that a
 * request brought along.
 */
public record Redirect(String path) implements View {
    public Redirect {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A redirect stays within this installation");
        }
    }

    @Override
    public String template() {
        throw new IllegalStateException("A redirect has no template");
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.SEE_OTHER;
    }
}
