package io.taros.contact.web;

import io.taros.contact.ContactMessage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import org.springframework.http.HttpStatus;

/** Staff area: one message. */
public record MessagePage(ContactMessage message, FormErrors errors) implements View {
    @Override
    public String template() {
        return "contact/message";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
