package io.taros.contact;

import io.taros.platform.erasure.Eraser;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody wrote by the form, and asked to have erased. */
@Component
class ErasedMessages implements Eraser {
    static final String KIND = "contact-message";

    private final ContactMessages messages;

    ErasedMessages(ContactMessages messages) {
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return messages.delete(List.of(new ContactMessage.Id(id))) > 0;
    }
}
