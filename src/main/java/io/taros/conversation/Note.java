package io.taros.conversation;

import io.taros.account.Account;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a person tells the others about a conversation. No visitor ever reads it.
 *
 * @param sequence its place among everything that happened in the conversation
 * @param author what its writer was called then
 * @param mentions those it calls
 */
public record Note(
        Note.Id id,
        long sequence,
        String author,
        String text,
        List<Account.Id> mentions,
        Instant createdAt) {
    public static final int MAX_LENGTH = 4_000;

    public Note {
        mentions = List.copyOf(mentions);
    }

    public record Id(UUID value) implements io.taros.platform.sql.Id {}
}
