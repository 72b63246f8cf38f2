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
    private final BotCounts counts;

    CountingTurns(BotCounts counts) {
        this.counts = counts;
    }

    @EventListener
    void on(TurnClosed turn) {
        counts.add(turn, Session.of(turn));
    }
}
