package io.taros.widget;

import io.taros.platform.web.View;

/** The chat as a page of its own. */
public record ChatPage(String name, String publicKey, String language) implements View {
    @Override
    public String template() {
        return "widget/chat";
    }
}
