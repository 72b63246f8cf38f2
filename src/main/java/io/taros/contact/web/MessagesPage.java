package io.taros.contact.web;

import io.taros.contact.ContactMessage;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Staff area: what people wrote.
 *
 * @param next the last one here, to ask for those after it; absent on the last page
 * @param email of a search; blank where there was none
 */
public record MessagesPage(
        List<ContactMessage> messages,
        Which which,
        @Nullable UUID next,
        String email,
        FormErrors errors)
        implements View {
    public enum Which {
        OPEN,
        CLOSED,
        /** All of one address. */
        FOUND
    }

    public MessagesPage {
        messages = List.copyOf(messages);
    }

    public boolean isFound() {
        return which == Which.FOUND && !messages.isEmpty();
    }

    @Override
    public String template() {
        return "contact/messages";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
