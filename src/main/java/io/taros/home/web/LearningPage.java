package io.taros.home.web;

import io.taros.platform.web.View;

/** The first source is being read; the bot may be asked meanwhile. */
public record LearningPage(Learning learning) implements View {
    @Override
    public String template() {
        return "home/learning";
    }
}
