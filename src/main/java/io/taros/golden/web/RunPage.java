package io.taros.golden.web;

import io.taros.platform.web.View;

/** One run, where a mail leads to. */
public record RunPage(RunReport report) implements View {
    @Override
    public String template() {
        return "golden/run-page";
    }
}
