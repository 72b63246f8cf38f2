package io.taros.contact;

import io.taros.account.Account;
import io.taros.account.AccountRecords;
import io.taros.account.OwnRecords;
import io.taros.platform.rights.HeldRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/** What somebody with an account wrote by the form, as far as they gave the address of it. */
@Component
class OwnMessages implements AccountRecords {
    private final ContactMessages messages;

    OwnMessages(ContactMessages messages) {
        this.messages = messages;
    }

    @Override
    public OwnRecords.Part of(Account account) {
        return new OwnRecords.Part(
                "contact-messages",
                List.of("name", "email", "text", "closedAt"),
                messages.from(account.email()).stream()
                        .map(message ->
                                HeldRecord.of(
                                        message.id().value(),
                                        message.receivedAt(),
                                        message.name(),
                                        message.email(),
                                        message.text(),
                                        message.closedAt()))
                        .toList());
    }

    @Override
    public void erase(Account account) {
        messages.delete(messages.from(account.email()).stream().map(ContactMessage::id).toList());
    }
}
