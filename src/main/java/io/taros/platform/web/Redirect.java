package io.taros.platform.web;

import org.springframework.http.HttpStatus;

/**
 * After a form has done its work: the page to see next. The path is one of ours, never one that a
 * request brought along.
 */
public record Redirect(String path) implements View {
    public Redirect {
        if (!staysHere(path)) {
            throw new IllegalArgumentException("A redirect stays within this installation");
        }
    }

    /** Browsers read a backslash as a slash, and leave line breaks and tabs out. */
    public static boolean staysHere(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(each -> each == '\\' || each <= ' ' || each == 127);
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
