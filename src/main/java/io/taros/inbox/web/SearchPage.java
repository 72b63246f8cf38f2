package io.taros.inbox.web;

import io.taros.conversation.Conversation;
import io.taros.conversation.Searched;
import io.taros.conversation.Snippet;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Looking for words in conversations.
 *
 * @param found none before anything was looked for
 */
public record SearchPage(String words, @Nullable Result found, FormErrors errors) implements View {
    /**
     * @param backTo how far it was looked back; none where there was nothing
     * @param next where to look on; none where all was looked through
     */
    public record Result(
            List<Found> rows, int looked, @Nullable Instant backTo, @Nullable UUID next) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param who the visitor, where they are known
     * @param place in the conversation; 0 where it has none
     * @param others how many more in the same conversation
     */
    public record Found(
            UUID id,
            @Nullable String who,
            Conversation.State state,
            @Nullable String assignee,
            Searched.In in,
            Snippet snippet,
            long place,
            Instant at,
            int others) {}

    @Override
    public String template() {
        return "inbox/search";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
