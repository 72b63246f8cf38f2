package io.taros.contact;

import io.taros.platform.retention.PassingRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** A year after a message was closed nobody comes back to it. */
@Component
class ContactRows implements PassingRows {
    static final String RULE = "contact-messages";

    @Override
    public List<Rows> ofInstallation() {
        return List.of(new Rows(RULE, "contact_message", "ends_at", ContactMessages.KEPT));
    }
}
