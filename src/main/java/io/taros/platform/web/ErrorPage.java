package io.taros.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a person sees instead of the page they asked for.
 *
 * @param key of the text that says why and what to do
 * @param sentence said instead, where whoever refused has more to say
 * @param reference by which the request is found in the log
 */
public record ErrorPage(Problem problem, String key, @Nullable String sentence, String reference)
        implements View {
    /** Only where the fault is ours is there something to look up. */
    public boolean showsReference() {
        return problem == Problem.INTERNAL;
    }

    @Override
    public String template() {
        return "platform/error";
    }

    @Override
    public HttpStatus status() {
        return problem.status();
    }
}
