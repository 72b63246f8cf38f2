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
        List<Citation> citations,
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
        return said(apology, Message.Outcome.HANDOVER, null).calling(HandoverReason.BOT_FAILED);
    }

    /**
     * Left to people by a rule of the bot's owner, before anything was looked for.
     *
     * @param team which the rule names
     */
    static Reply left(String text, HandoverReason rule, Team.@Nullable Id team) {
        return said(text, Message.Outcome.HANDOVER, Answer.Why.RULE).leading(rule, team, null);
    }

    /** In place of an answer beyond what the bot's owner wants to spend. */
    static Reply limited(String text) {
        return said(text, Message.Outcome.UNANSWERED, Answer.Why.RULE);
    }

    /** To files without a word, which it cannot read. */
    static Reply toFiles(String text) {
        return limited(text);
    }

    /** The bot's last word to a flood of messages. */
    static Reply toFlood(String text) {
        return limited(text).leading(null, null, Resolution.SPAM);
    }

    /** Words of ours, which no source supports and no score weighs. */
    private static Reply said(String text, Message.Outcome outcome, Answer.@Nullable Why why) {
        return new Reply(
                text, List.of(), List.of(), null, null, List.of(), outcome, why, List.of(), null,
                null, null);
    }

    /** What is said stays as it is; that a person is called is another matter. */
    Reply calling(HandoverReason reason) {
        return leading(reason, null, null);
    }

    private Reply leading(
            @Nullable HandoverReason reason, Team.@Nullable Id to, @Nullable Resolution last) {
        return new Reply(
                text,
                sources,
                citations,
                reliability,
                rawReliability,
                reasons,
                outcome,
                why,
                choices,
                reason,
                to,
                last);
    }

    private static Reply of(
            Answer answer, Message.Outcome outcome, @Nullable HandoverReason handover) {
        return new Reply(
                answer.text(),
                answer.citations().stream().map(Reply::source).toList(),
                answer.citations(),
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
