package io.taros.conversation;

import io.taros.handover.Handovers;
import io.taros.handover.Team;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To which team what is handed over is left. Asked outside of transactions. */
@Component
class TeamChoice {
    private final Conversations conversations;
    private final Handovers handovers;

    TeamChoice(Conversations conversations, Handovers handovers) {
        this.conversations = conversations;
        this.handovers = handovers;
    }

    /**
     * @param named by a rule; the bot's where none is
     */
    Move.HandOver handOver(
            Conversation.Id conversation, HandoverReason reason, Team.@Nullable Id named) {
        return new Move.HandOver(
                reason,
                conversations
                        .find(conversation)
                        .flatMap(one -> handovers.team(one.botId(), named))
                        .orElse(null));
    }
}
