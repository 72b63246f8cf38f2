package io.taros.conversation;

import io.taros.account.Account;
import io.taros.answering.Answer;
import io.taros.answering.Reliability;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation, for good.
 *
 * @param sequence its place in the conversation, shared with stream events
 * @param author who wrote it, on people's messages
 * @param clientId the sender's own name for it
 * @param answers the visitor's message this is the final reply to, on bots' replies
 * @param rawReliability before the bot's calibration changed it; absent where it did not
 * @param why why the question ended as it did; absent of what was said before that was kept
 * @param choices what was offered where the bot asked back
 * @param attachments of visitors and people
 */
public record Message(
        Message.Id id,
        long sequence,
        Role role,
        String text,
        @Nullable Author author,
        @Nullable String clientId,
        Message.@Nullable Id answers,
        List<Source> sources,
        @Nullable Double reliability,
        @Nullable Double rawReliability,
        List<Reliability.Reason> reasons,
        @Nullable Outcome outcome,
        Answer.@Nullable Why why,
        List<String> choices,
        List<Attachment> attachments,
        Instant createdAt) {

    public static final int MAX_LENGTH = 4_000;

    /** Begins the names of messages that came by mail. */
    public static final String BY_MAIL = "mail-";

    public Message {
        sources = List.copyOf(sources);
        reasons = List.copyOf(reasons);
        choices = List.copyOf(choices);
        attachments = List.copyOf(attachments);
    }

    Message with(List<Attachment> files) {
        return new Message(
                id,
                sequence,
                role,
                text,
                author,
                clientId,
                answers,
                sources,
                reliability,
                rawReliability,
                reasons,
                outcome,
                why,
                choices,
                files,
                createdAt);
    }

    /** All there is to read of it: its text, and what its files are called. */
    public String words() {
        var names = attachments.stream().map(Attachment::name).collect(Collectors.joining(", "));
        return Stream.of(text, names)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public boolean isByMail() {
        return clientId != null && clientId.startsWith(BY_MAIL);
    }

    /** What the bot did with the question; absent of what people say. */
    public Answer.@Nullable Decision decision() {
        if (why != null) {
            return why.decision();
        }
        return switch (outcome) {
            case null -> null;
            case ANSWERED -> Answer.Decision.ANSWER;
            case UNANSWERED, HANDOVER -> Answer.Decision.HAND_OVER;
        };
    }

    public Reliability.@Nullable Word word() {
        return reliability == null ? null : new Reliability(reliability, List.of()).word();
    }

    /**
     * @param account none of programs
     * @param name what the visitor was told
     */
    public record Author(Account.@Nullable Id account, String name) {}

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    public enum Role {
        VISITOR,
        BOT,
        PERSON
    }

    /** What came of a question; kept apart from the words of the reply. */
    public enum Outcome {
        ANSWERED,
        UNANSWERED,
        HANDOVER
    }

    /**
     * Where a reply took its words from.
     *
     * @param quote verbatim
     */
    public record Source(
            int number,
            UUID sourceId,
            UUID documentId,
            String title,
            @Nullable String url,
            String quote) {}
}
