package io.taros.platform.web;

import org.springframework.http.HttpStatus;

/**
 * A page or a fragment of one: a record of all it shows, returned by a controller and rendered by
 * the template it names, which takes it as parameter {@code view} and, where it needs the frame, a
 * {@link Shell} as {@code shell}.
 */
public interface View {
    /** Path below {@code src/main/jte}, without extension. */
    String template();

    /** 422 for a form shown again with its errors. */
    default HttpStatus status() {
        return HttpStatus.OK;
    }
}
