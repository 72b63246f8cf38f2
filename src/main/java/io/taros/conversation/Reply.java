package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import io.taros.handover.Team;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot says in the end, and what follows from it. */
record Reply(
        String text,
        List<Message.Source> sources,
        @Nullable Double reliability,
        @Nullable Double rawReliability,
        List<Reliability.Reason> reasons,
        Message.Outcome outcome,
        Answer.@Nullable Why why,
        List<String> choices,
        @Nullable HandoverReason handover,
        Team.@Nullable Id team,
        @Nullable Resolution ending) {

    static Reply of(Answer answer) {
        return switch (answer) {
            case Answer.Grounded grounded -> of(grounded, Message.Outcome.ANSWERED, null);
            case Answer.AskedBack asked -> of(asked, Message.Outcome.UNANSWERED, null);
            case Answer.Unanswered unanswered -> of(unanswered, Message.Outcome.UNANSWERED, null);
            case Answer.HandoverRequested wish ->
                    of(wish, Message.Outcome.HANDOVER, HandoverReason.VISITOR_ASKED);
        };
    }

    /** Whoever has no reason to tell has failed, and a person takes over. */
    Answer.Decision decision() {
        return why == null ? Answer.Decision.HAND_OVER : why.decision();
    }

    /** When nothing else can be said any more, a person has to. */
    static Reply failed(String apology) {
        return new Reply(
                apology,
                List.of(),
                null,
                null,
                List.of(),
                Message.Outcome.HANDOVER,
                null,
                List.of(),
                HandoverReason.BOT_FAILED,
                null,
                null);
    }

    /**
     * Left to people by a rule of the bot's owner, before anything was looked for.
     *
     * @param team which the rule names
     */
    static Reply left(String text, HandoverReason rule, Team.@Nullable Id team) {
        return new Reply(
                text,
                List.of(),
                null,
                null,
                List.of(),
                Message.Outcome.HANDOVER,
                Answer.Why.RULE,
                List.of(),
                rule,
                team,
                null);
    }

    /** In place of an answer beyond what the bot's owner wants to spend. */
    static Reply limited(String text) {
        return new Reply(
                text,
                List.of(),
                null,
                null,
                List.of(),
                Message.Outcome.UNANSWERED,
                Answer.Why.RULE,
                List.of(),
                null,
                null,
                null);
    }

    /** The bot's last word to a flood of messages. */
    static Reply toFlood(String text) {
        return new Reply(
                text,
                List.of(),
                null,
                null,
                List.of(),
                Message.Outcome.UNANSWERED,
                Answer.Why.RULE,
                List.of(),
                null,
                null,
                Resolution.SPAM);
    }

    /** What is said stays as it is; that a person is called is another matter. */
    Reply calling(HandoverReason reason) {
        return new Reply(
                text,
                sources,
                reliability,
                rawReliability,
                reasons,
                outcome,
                why,
                choices,
                reason,
                null,
                null);
    }

    private static Reply of(
            Answer answer, Message.Outcome outcome, @Nullable HandoverReason handover) {
        return new Reply(
                answer.text(),
                answer.citations().stream().map(Reply::source).toList(),
                answer.reliability().score(),
                answer.reliability().adjusted() == null ? null : answer.reliability().raw(),
                answer.reliability().reasons(),
                outcome,
                answer.why(),
                answer.choices(),
                handover,
                null,
                null);
    }

    private static Message.Source source(Citation citation) {
        return new Message.Source(
                citation.number(),
                citation.source(),
                citation.document().value(),
                citation.title(),
                citation.url(),
                citation.quote());
    }
}
