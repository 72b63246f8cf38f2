package io.taros.conversation;

import io.taros.account.Account;
import io.taros.answering.Answer;
import io.taros.answering.Reliability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as it lies in the database. */
record SealedMessage(
        Message.Id id,
        Conversation.Id conversationId,
        long sequence,
        Message.Role role,
        @Nullable String clientId,
        Message.@Nullable Id answers,
        byte[] sealedText,
        Account.@Nullable Id author,
        byte @Nullable [] sealedAuthor,
        byte @Nullable [] sealedSources,
        Message.@Nullable Outcome outcome,
        @Nullable Double reliability,
        @Nullable Double rawReliability,
        List<Reliability.Reason> reasons,
        Answer.@Nullable Why why,
        byte @Nullable [] sealedChoices,
        Instant createdAt) {

    SealedMessage at(long place) {
        return new SealedMessage(
                id,
                conversationId,
                place,
                role,
                clientId,
                answers,
                sealedText,
                author,
                sealedAuthor,
                sealedSources,
                outcome,
                reliability,
                rawReliability,
                reasons,
                why,
                sealedChoices,
                createdAt);
    }
}
