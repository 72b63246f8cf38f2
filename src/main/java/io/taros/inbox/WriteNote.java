package io.taros.inbox;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Notes;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Writes a note among colleagues. It calls whoever it names behind an {@code @}, in full or by the
 * first of their names.
 */
@Component
public class WriteNote {
    private final Notes notes;
    private final Conversations conversations;
    private final Colleagues colleagues;

    WriteNote(Notes notes, Conversations conversations, Colleagues colleagues) {
        this.notes = notes;
        this.conversations = conversations;
        this.colleagues = colleagues;
    }

    /** The same {@code clientId} is the same note, however often it is sent. */
    public void write(Conversation.Id id, Account.Id author, String text, String clientId) {
        var conversation = conversations.get(id);
        notes.add(
                id,
                colleagues.writer(author),
                text,
                mentioned(text, colleagues.of(conversation.botId())),
                clientId);
    }

    static List<Account.Id> mentioned(String text, List<Colleague> colleagues) {
        var words = text.toLowerCase(Locale.ROOT);
        return colleagues.stream()
                .filter(one -> isCalled(words, one.name().toLowerCase(Locale.ROOT)))
                .map(Colleague::id)
                .toList();
    }

    private static boolean isCalled(String words, String name) {
        return isThere(words, "@" + name) || isThere(words, "@" + name.split("\\s+", 2)[0]);
    }

    /** Not as the beginning of a longer word. */
    private static boolean isThere(String words, String call) {
        for (var at = words.indexOf(call); at >= 0; at = words.indexOf(call, at + 1)) {
            var end = at + call.length();
            if (end == words.length() || !Character.isLetterOrDigit(words.charAt(end))) {
                return true;
            }
        }
        return false;
    }
}
