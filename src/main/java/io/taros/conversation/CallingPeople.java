package io.taros.conversation;

import io.taros.answering.Answer;
import io.taros.answering.Turn;
import io.taros.ceiling.Ceilings;
import io.taros.handover.HandoverRules;
import io.taros.handover.Handovers;
import io.taros.platform.web.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What is decided around an answer: which messages are none to answer, what the owner's rules leave
 * to people before the bot looks for one, and what after it found none. Only the bot's own
 * conversations are called for; where somebody waits already, or must not be handed over, it
 * answers as it can.
 */
@Component
class CallingPeople {
    private final Handovers handovers;
    private final Restrictions restrictions;
    private final Ceilings ceilings;
    private final MessageSource texts;

    CallingPeople(
            Handovers handovers,
            Restrictions restrictions,
            Ceilings ceilings,
            MessageSource texts) {
        this.ceilings = ceilings;
        this.handovers = handovers;
        this.restrictions = restrictions;
        this.texts = texts;
    }

    /**
     * What an owner wants observed in one conversation.
     *
     * @param handover none where nobody is called, whatever the rules say
     * @param isLimited whether the bot answers so much in a day and no more
     */
    record Rules(Optional<HandoverRules> handover, boolean isLimited) {}

    /** In a transaction. */
    Rules rules(Conversations.Row conversation) {
        var bot = conversation.botId();
        var handover =
                conversation.state() != Conversation.State.BOT
                                || restrictions.isOn(conversation.id())
                        ? Optional.<HandoverRules>empty()
                        : Optional.of(handovers.rules(bot));
        return new Rules(handover, ceilings.get(bot).isAnything());
    }

    Reply reply(Questions.Asked asked, Supplier<Answer> answering) {
        if (asked.conversation().resolution() == Resolution.SPAM) {
            // Written before it was seen to be a flood.
            return Reply.toFlood(text("conversation.visitor.flood", asked.language()));
        }
        if (!asked.hasWords()) {
            return Reply.toFiles(text("conversation.visitor.files", asked.language()));
        }
        var rules = asked.rules().handover();
        if (rules.isEmpty()) {
            return within(asked, () -> Reply.of(answering.get()));
        }
        var question = asked.question();
        if (Flood.isOne(question.history(), question.text(), asked.spoken())) {
            return Reply.toFlood(text("conversation.visitor.flood", asked.language()));
        }
        return rules.get()
                .triggeredBy(question.text())
                .map(trigger -> left(text("conversation.visitor.rule", asked.language()), trigger))
                .orElseGet(() -> within(asked, () -> called(rules.get(), asked, answering.get())));
    }

    /** The bot's answer, or what its owner wants said where today's are used up. */
    private Reply within(Questions.Asked asked, Supplier<Reply> answering) {
        if (!asked.rules().isLimited()) {
            return answering.get();
        }
        return ceilings.take(asked.conversation().botId(), asked.visitor(), asked.language())
                .map(Reply::limited)
                .orElseGet(answering);
    }

    private String text(String key, String language) {
        return new Texts(texts, Locale.forLanguageTag(language)).get(key);
    }

    private static Reply called(HandoverRules rules, Questions.Asked asked, Answer answer) {
        var reply = Reply.of(answer);
        return missing(answer)
                .filter(reason -> rules.isEnough(1 + unansweredBefore(asked)))
                .map(reply::calling)
                .orElse(reply);
    }

    private static Reply left(String text, HandoverRules.Trigger trigger) {
        return switch (trigger) {
            case HandoverRules.OfTopic(var team) -> Reply.left(text, HandoverReason.TOPIC, team);
            case HandoverRules.OfAnger anger -> Reply.left(text, HandoverReason.SENTIMENT, null);
        };
    }

    /** What the answer lacks; nothing where it answers, or a person is called as it is. */
    private static Optional<HandoverReason> missing(Answer answer) {
        return switch (answer.why()) {
            case RELIABLE, COURTESY, PERSON_WANTED, RULE -> Optional.empty();
            case NOT_RELIABLE_ENOUGH -> Optional.of(HandoverReason.NOT_RELIABLE);
            case SOMETHING_CLOSE,
                    NOTHING_FOUND,
                    NOTHING_SUPPORTED,
                    OTHER_LANGUAGE,
                    ASKED_BACK_BEFORE ->
                    Optional.of(HandoverReason.NO_ANSWER);
        };
    }

    /** How many of the bot's replies right before answered nothing; a person's begins anew. */
    private static int unansweredBefore(Questions.Asked asked) {
        return (int)
                asked.question().history().reversed().stream()
                        .filter(turn -> turn.speaker() != Turn.Speaker.VISITOR)
                        .takeWhile(CallingPeople::isUnanswered)
                        .count();
    }

    private static boolean isUnanswered(Turn turn) {
        return turn.speaker() == Turn.Speaker.BOT
                && turn.decision() != null
                && turn.decision() != Answer.Decision.ANSWER;
    }
}
