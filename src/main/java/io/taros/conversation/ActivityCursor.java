package io.taros.conversation;

import io.taros.platform.web.BadInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A place in the list by activity, as text that callers need not understand. */
public final class ActivityCursor {
    private ActivityCursor() {}

    public static String format(Conversations.Cursor place) {
        var text = place.time() + "/" + place.id().value();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Conversations.Cursor parse(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var slash = text.indexOf('/');
            return new Conversations.Cursor(
                    Instant.parse(text.substring(0, Math.max(0, slash))),
                    new Conversation.Id(UUID.fromString(text.substring(slash + 1))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadInput("cursor", "conversation.input.cursor");
        }
    }
}
