package io.taros.conversation;

import io.taros.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * A move was made, or somebody else sees to it from this transaction on.
 *
 * @param by the member who did it
 */
public record ConversationMoved(
        Conversation.Id conversation, Moved move, Account.@Nullable Id by) {}
