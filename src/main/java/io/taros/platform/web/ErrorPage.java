package io.taros.platform.web;

import org.springframework.http.HttpStatus;

/** What a person sees instead of the page they asked for. */
public record ErrorPage(Problem problem, String sentence) implements View {
    @Override
    public String template() {
        return "platform/error";
    }

    @Override
    public HttpStatus status() {
        return problem.status();
    }
}
