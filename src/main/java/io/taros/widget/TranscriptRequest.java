package io.taros.widget;

import io.taros.conversation.Conversation;
import java.util.UUID;

/**
 * A visitor wants their chat by mail.
 *
 * @param isConfirmed whether the address is theirs: left in this conversation, or confirmed by link
 */
record TranscriptRequest(
        TranscriptRequest.Id id, Conversation.Id conversation, String email, boolean isConfirmed) {

    record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}
