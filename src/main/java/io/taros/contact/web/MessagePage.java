package io.taros.contact.web;

import io.taros.contact.ContactMessage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/** Staff area: one message. */
public record MessagePage(ContactMessage message, FormErrors errors) implements View {
    /**
     * As a link takes it: what strangers type is an address and no subject, text or other reader.
     */
    public String mailAddress() {
        return UriUtils.encode(message.email(), StandardCharsets.UTF_8).replace("%40", "@");
    }

    @Override
    public String template() {
        return "contact/message";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
