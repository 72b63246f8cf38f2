package io.taros.contact;

import io.taros.account.Account;
import io.taros.account.AccountRecords;
import io.taros.account.Accounts;
import io.taros.account.OwnRecords;
import io.taros.platform.rights.HeldRecord;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What somebody with an account wrote by the form, as far as they gave the address of it, and
 * proved that it is theirs: an account can be made for an address that somebody else reads.
 */
@Component
class OwnMessages implements AccountRecords {
    private final ContactMessages messages;
    private final Accounts accounts;

    OwnMessages(ContactMessages messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    @Override
    public OwnRecords.Part of(Account account) {
        return new OwnRecords.Part(
                "contact-messages",
                List.of("name", "email", "text", "closedAt"),
                theirs(account).stream()
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
        messages.delete(theirs(account).stream().map(ContactMessage::id).toList());
    }

    private List<ContactMessage> theirs(Account account) {
        return accounts.addressProvenAt(account.id()).isPresent()
                ? messages.from(account.email())
                : List.of();
    }
}
