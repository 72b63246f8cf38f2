package io.taros.followup;

import io.taros.conversation.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a visitor who was not there.
 *
 * @param question their own last words before it
 * @param replies a person's, and of the bot's what it said to a mail; in order
 */
record Unread(@Nullable Message question, List<Message> replies) {
    Unread {
        replies = List.copyOf(replies);
    }

    /**
     * @param all that was said, in order
     * @param seen the last place before the visitor's eyes
     * @param mailed the last place that was mailed
     */
    static Unread of(List<Message> all, long seen, long mailed) {
        var wroteInChat =
                all.stream()
                        .filter(message -> message.role() == Message.Role.VISITOR)
                        .filter(message -> !message.isByMail())
                        .mapToLong(Message::sequence)
                        .max()
                        .orElse(0);
        var after = Math.max(wroteInChat, Math.max(seen, mailed));
        var later = all.stream().filter(message -> message.sequence() > after).toList();
        var replies =
                later.stream().filter(message -> message.role() != Message.Role.VISITOR).toList();
        if (replies.stream().noneMatch(message -> message.role() == Message.Role.PERSON)) {
            return new Unread(null, List.of());
        }
        var question =
                all.stream()
                        .filter(message -> message.role() == Message.Role.VISITOR)
                        .filter(message -> message.sequence() < replies.getLast().sequence())
                        .reduce((_, last) -> last)
                        .orElse(null);
        return new Unread(
                question,
                replies.stream()
                        .filter(message ->
                                message.role() == Message.Role.PERSON
                                        || (question != null && question.isByMail()))
                        .toList());
    }

    boolean isEmpty() {
        return replies.isEmpty();
    }

    Instant since() {
        return replies.getFirst().createdAt();
    }

    /** Of the last one that a person wrote: only those are waited for. */
    long personsPlace() {
        return replies.stream()
                .filter(message -> message.role() == Message.Role.PERSON)
                .mapToLong(Message::sequence)
                .max()
                .orElse(0);
    }

    long place() {
        return replies.getLast().sequence();
    }
}
