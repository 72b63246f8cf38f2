package io.taros.inbox.web;

import static io.taros.inbox.web.InboxController.me;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Move;
import io.taros.conversation.Queue;
import io.taros.conversation.Resolution;
import io.taros.conversation.RestrictedReading;
import io.taros.conversation.SeeToConversation;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.inbox.Colleagues;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Redirect;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who has the word, who sees to it, and when it is over. */
@Controller
@RequestMapping("/inbox/{id}")
class HandlingController {
    private static final int MOST_HOURS = 24 * 30;

    /** Where to come back to. */
    record Back(
            @Nullable Queue queue, @Nullable UUID bot, @Nullable UUID tag, @Nullable UUID team) {
        Place place() {
            return new Place(queue, new Place.Limits(bot, tag, team), null);
        }

        Redirect to(UUID id) {
            return new Redirect("/inbox/" + id + place().query());
        }
    }

    private final SeeToConversation seeTo;
    private final Conversations conversations;
    private final Colleagues colleagues;
    private final Teams teams;
    private final RestrictedReading restricted;
    private final InstantSource clock;

    HandlingController(
            SeeToConversation seeTo,
            Conversations conversations,
            Colleagues colleagues,
            Teams teams,
            RestrictedReading restricted,
            InstantSource clock) {
        this.teams = teams;
        this.restricted = restricted;
        this.seeTo = seeTo;
        this.conversations = conversations;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /** Before anything is done with it. */
    @ModelAttribute
    void mayBeUsed(@PathVariable UUID id, Caller caller) {
        restricted.refuse(new Conversation.Id(id), caller);
    }

    @PostMapping("/take-over")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect takeOver(@PathVariable UUID id, Back back, Caller caller) {
        return move(id, new Move.TakeOver(), back, caller);
    }

    @PostMapping("/hand-back")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect handBack(@PathVariable UUID id, Back back, Caller caller) {
        return move(id, new Move.HandBack(), back, caller);
    }

    @PostMapping("/put-back")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect putBack(@PathVariable UUID id, Back back, Caller caller) {
        return move(id, new Move.PutBack(), back, caller);
    }

    @PostMapping("/resolve")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect resolve(@PathVariable UUID id, Back back, Caller caller) {
        return move(id, new Move.Resolve(Resolution.BY_PERSON), back, caller);
    }

    @PostMapping("/spam")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect spam(@PathVariable UUID id, Back back, Caller caller) {
        return move(id, new Move.Close(Resolution.SPAM), back, caller);
    }

    /**
     * @param assignee nobody if absent
     */
    @PostMapping("/assignee")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect assign(@PathVariable UUID id, @Nullable UUID assignee, Back back, Caller caller) {
        var conversation = conversations.get(new Conversation.Id(id));
        var chosen = assignee == null ? null : new Account.Id(assignee);
        if (chosen != null && !colleagues.isColleague(chosen, conversation.botId())) {
            throw new BadInput("assignee", "inbox.input.assignee");
        }
        seeTo.assign(conversation.id(), chosen, colleagues.writer(me(caller)));
        return back.to(id);
    }

    @PostMapping("/transfer/{to}")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect transfer(@PathVariable UUID id, @PathVariable UUID to, Back back, Caller caller) {
        return move(id, new Move.Transfer(teams.get(new Team.Id(to)).id()), back, caller);
    }

    /**
     * @param hours from now; 0 brings it back at once
     */
    @PostMapping("/snooze")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect snooze(@PathVariable UUID id, @Nullable Integer hours, Back back) {
        if (hours == null || hours < 0 || hours > MOST_HOURS) {
            throw new BadInput("hours", "inbox.input.hours", MOST_HOURS);
        }
        seeTo.snooze(
                new Conversation.Id(id),
                hours == 0 ? null : clock.instant().plus(Duration.ofHours(hours)));
        return back.to(id);
    }

    private Redirect move(UUID id, Move move, Back back, Caller caller) {
        seeTo.move(new Conversation.Id(id), move, colleagues.writer(me(caller)));
        return back.to(id);
    }
}
