package io.taros.nudge;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Restrictions;
import io.taros.inbox.Colleagues;
import io.taros.nudge.NudgeMails.Told;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what happened still concerns somebody, and whether they may see it. */
@Component
class Concerns {
    private final Conversations conversations;
    private final Restrictions restrictions;
    private final Colleagues colleagues;

    Concerns(Conversations conversations, Restrictions restrictions, Colleagues colleagues) {
        this.conversations = conversations;
        this.restrictions = restrictions;
        this.colleagues = colleagues;
    }

    Optional<Told> still(Nudge nudge, Account.Id member) {
        return conversations
                .find(nudge.conversationId())
                .filter(one -> isStill(nudge.occasion(), one, member))
                .filter(one -> colleagues.isColleague(member, one.botId()))
                .filter(one ->
                        nudge.occasion() != Occasion.WAITING || colleagues.isMeant(member, one))
                .filter(one -> !restrictions.isOn(one.id()))
                .map(one -> new Told(nudge, one));
    }

    private static boolean isStill(
            Occasion occasion, Conversation conversation, Account.Id member) {
        return switch (occasion) {
            case MENTIONED -> true;
            case WAITING ->
                    conversation.state() == Conversation.State.WAITING
                            && conversation.assignee() == null;
            case ASSIGNED, REPLIED ->
                    member.equals(conversation.assignee()) && !conversation.state().isOver();
        };
    }
}
