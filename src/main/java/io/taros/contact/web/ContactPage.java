package io.taros.contact.web;

import io.taros.account.web.Puzzle;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Posts {@code name}, {@code email}, {@code text} and, where there is a puzzle, its {@code
 * solution}.
 *
 * @param operator as they call themselves; absent if they did not say
 * @param isMailed whether the operator gets it by mail
 */
public record ContactPage(
        @Nullable String operator,
        boolean isMailed,
        Draft draft,
        @Nullable Puzzle puzzle,
        FormErrors errors)
        implements View {
    /** What stands in the form. */
    public record Draft(String name, String email, String text) {
        public static final Draft EMPTY = new Draft("", "", "");
    }

    @Override
    public String template() {
        return "contact/form";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
