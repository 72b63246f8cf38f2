package io.taros.analytics;

import io.taros.conversation.TurnClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts a reply in the transaction that stores it: a reply that is stored is counted, one that is
 * not is not, and there is exactly one of each question.
 */
@Component
class CountingTurns {
    private final BotDays days;

    CountingTurns(BotDays days) {
        this.days = days;
    }

    @EventListener
    void on(TurnClosed turn) {
        var session = Session.of(turn);
        days.begin(turn.bot(), session.day());
        days.count(turn, session);
    }
}
