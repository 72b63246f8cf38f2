package io.taros.contact;

import io.taros.platform.audit.Audit;
import io.taros.platform.web.BadInput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff does with what people wrote; each step stands in the installation's audit log. */
@Component
class MessageDesk {
    private final ContactMessages messages;
    private final Audit audit;
    private final TransactionTemplate transactions;

    MessageDesk(ContactMessages messages, Audit audit, TransactionTemplate transactions) {
        this.messages = messages;
        this.audit = audit;
        this.transactions = transactions;
    }

    ContactMessage read(ContactMessage.Id id) {
        var message = messages.get(id);
        audit.record(ContactAction.READ, id);
        return message;
    }

    void close(ContactMessage.Id id, UUID by) {
        messages.get(id);
        transactions.executeWithoutResult(status -> {
            if (messages.close(id, by)) {
                audit.record(ContactAction.CLOSED, id);
            }
        });
    }

    /**
     * @param confirmed the address it came from, typed once more
     */
    void erase(ContactMessage.Id id, String confirmed) {
        confirm(messages.get(id).email(), confirmed);
        transactions.executeWithoutResult(status -> {
            if (messages.delete(List.of(id)) > 0) {
                audit.record(ContactAction.ERASED, id);
            }
        });
    }

    /** Everything that came from an address. */
    List<ContactMessage> find(String email) {
        if (email.isBlank()) {
            throw new BadInput("email", "account.input.email");
        }
        return messages.from(email);
    }

    List<ContactMessage> copy(String email) {
        var found = find(email);
        note(ContactAction.COPIED, found.size());
        return found;
    }

    /** Everything that came from an address is gone, and how much that was stays. */
    void eraseAll(String email, String confirmed) {
        var found = find(email);
        confirm(email, confirmed);
        transactions.executeWithoutResult(status -> {
            var gone = messages.delete(found.stream().map(ContactMessage::id).toList());
            if (gone > 0) {
                note(ContactAction.ERASED, gone);
            }
        });
    }

    private void note(ContactAction action, int rows) {
        audit.record(action, null, Map.of("rows", String.valueOf(rows)));
    }

    private static void confirm(String email, String typed) {
        if (!ContactMessages.normalised(email).equals(ContactMessages.normalised(typed))) {
            throw new BadInput("confirm", "contact.input.confirm");
        }
    }
}
