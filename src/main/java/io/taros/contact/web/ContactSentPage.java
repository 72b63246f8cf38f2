package io.taros.contact.web;

import io.taros.platform.web.View;

/**
 * It is kept.
 *
 * @param isMailed whether the operator gets it by mail
 */
public record ContactSentPage(boolean isMailed) implements View {
    @Override
    public String template() {
        return "contact/sent";
    }
}
