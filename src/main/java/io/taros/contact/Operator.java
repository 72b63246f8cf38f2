package io.taros.contact;

import io.taros.legal.OperatorSettings;
import io.taros.platform.mail.Mails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom the form is addressed. */
@Component
class Operator {
    private final OperatorSettings settings;
    private final Mails mails;

    Operator(OperatorSettings settings, Mails mails) {
        this.settings = settings;
        this.mails = mails;
    }

    /** As they call themselves; absent if they did not say. */
    @Nullable String name() {
        return settings.name();
    }

    /** Where mail reaches them; empty where none would: then there is the staff area alone. */
    Optional<String> mailbox() {
        return Optional.ofNullable(settings.contact())
                .map(String::strip)
                .filter(contact -> !contact.isEmpty() && mails.isOn());
    }
}
