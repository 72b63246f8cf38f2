package io.taros.conversation;

import io.taros.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note is stored in this transaction.
 *
 * @param mentions whom it calls
 */
public record NoteWritten(
        Conversation.Id conversation, Account.@Nullable Id author, List<Account.Id> mentions) {
    public NoteWritten {
        mentions = List.copyOf(mentions);
    }
}
