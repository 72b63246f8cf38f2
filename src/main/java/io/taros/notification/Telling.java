package io.taros.notification;

import io.taros.ceiling.CeilingReached;
import io.taros.conversation.AnswerDoubted;
import io.taros.conversation.ConversationMoved;
import io.taros.conversation.ConversationStarted;
import io.taros.conversation.HandedOver;
import io.taros.conversation.LeadTaken;
import io.taros.conversation.MessageAdded;
import io.taros.conversation.ReplyRated;
import io.taros.conversation.VisitorAgreed;
import io.taros.knowledge.SourceSettled;
import io.taros.platform.rights.ThreadsErased;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Puts into the outbox what happened, in the transaction in which it does (P-25) and at its end:
 * what is locked here is locked last.
 */
@Component
class Telling {
    private final Outbox outbox;

    Telling(Outbox outbox) {
        this.outbox = outbox;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ConversationStarted event) {
        outbox.tell(Happening.in(event.conversation(), Event.CONVERSATION_STARTED));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(HandedOver event) {
        outbox.tell(Happening.in(event.conversation(), Event.HANDOVER).saying(event.reason()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ConversationMoved event) {
        var move = event.move();
        switch (move.kind()) {
            case ASSIGN, TAKE_OVER -> {
                if (move.assignee() != null) {
                    tell(event, Event.CONVERSATION_ASSIGNED);
                }
            }
            case RESOLVE -> tell(event, Event.CONVERSATION_RESOLVED);
            case CLOSE -> tell(event, Event.CONVERSATION_CLOSED);
            case REOPEN -> tell(event, Event.CONVERSATION_REOPENED);
            // A promise of a person is told by itself; the bot having the word again is not.
            case HAND_OVER, PUT_BACK, TRANSFER, HAND_BACK -> {}
        }
    }

    private void tell(ConversationMoved event, Event what) {
        var move = event.move();
        var assignee = move.assignee();
        outbox.tell(
                Happening.in(event.conversation(), what)
                        .about(assignee == null ? null : assignee.value())
                        .saying(move.reason())
                        .at(move.sequence()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(MessageAdded event) {
        outbox.tell(
                Happening.in(event.conversation(), Event.MESSAGE_CREATED)
                        .about(event.message().value())
                        .saying(event.role().name())
                        .at(event.sequence()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AnswerDoubted event) {
        outbox.tell(
                Happening.in(event.conversation(), Event.ANSWER_LOW_CONFIDENCE)
                        .about(event.reply().value())
                        .saying(event.why())
                        .at(event.sequence())
                        .scored(event.score()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ReplyRated event) {
        var message = event.message();
        outbox.tell(
                Happening.in(event.conversation(), Event.ANSWER_RATED)
                        .about(message == null ? null : message.value())
                        .scored(event.score()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(LeadTaken event) {
        outbox.tell(
                Happening.in(event.conversation(), Event.LEAD_CREATED).about(event.lead().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VisitorAgreed event) {
        outbox.tell(
                Happening.in(event.conversation(), Event.CONSENT_CHANGED).saying(event.wording()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(SourceSettled event) {
        outbox.tell(
                Happening.of(
                                event.bot(),
                                event.isReady() ? Event.SOURCE_SYNCED : Event.SOURCE_FAILED)
                        .about(event.source().value())
                        .saying(event.problem()));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CeilingReached event) {
        outbox.tell(Happening.of(event.bot(), Event.BOT_LIMIT_REACHED));
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ThreadsErased event) {
        outbox.tell(Happening.erased(event.threads()));
    }
}
