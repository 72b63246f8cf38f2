package io.taros.conversation;

import io.taros.platform.web.NotFound;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The visitor wants a person. Announced is done: the state and the event that tells of it are one
 * transaction. Asking again changes nothing.
 */
@Component
public class AskForPerson {
    private final Conversations conversations;
    private final ConversationLog log;
    private final Signals signals;
    private final Expectations expectations;
    private final Moves moves;
    private final TeamChoice teams;

    AskForPerson(
            Conversations conversations,
            ConversationLog log,
            Signals signals,
            Expectations expectations,
            Moves moves,
            TeamChoice teams) {
        this.teams = teams;
        this.moves = moves;
        this.conversations = conversations;
        this.log = log;
        this.signals = signals;
        this.expectations = expectations;
    }

    public Conversation.State ask(Conversation.Id id) {
        var language = conversations.get(id).speaks();
        var told =
                log.seal(id, List.of(expectations.of(id, HandoverReason.VISITOR_ASKED, language)));
        var wanted = teams.handOver(id, HandoverReason.VISITOR_ASKED, null);
        var visitor = moves.hand(new Actor.Visitor());
        signals.changing(
                id,
                () -> {
                    var place = conversations.reserve(id, told.size()).orElseThrow(NotFound::new);
                    if (!moves.make(id, wanted, visitor)) {
                        return false;
                    }
                    log.add(id, null, told, place);
                    return true;
                });
        return conversations.get(id).state();
    }
}
