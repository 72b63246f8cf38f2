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
    private final Tallies tallies;

    CountingTurns(BotDays days, Tallies tallies) {
        this.tallies = tallies;
        this.days = days;
    }

    @EventListener
    void on(TurnClosed turn) {
        var session = Session.of(turn);
        if (days.begin(turn.bot(), session.day())) {
            tallies.settle(turn.bot(), Insights.mondayOf(session.day()));
        }
        days.count(turn, session);
        tallies.count(turn, session);
    }
}
