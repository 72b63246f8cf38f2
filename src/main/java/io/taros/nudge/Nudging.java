package io.taros.nudge;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.conversation.Conversation;
import io.taros.conversation.ConversationMoved;
import io.taros.conversation.HandedOver;
import io.taros.conversation.Message;
import io.taros.conversation.MessageAdded;
import io.taros.conversation.Move;
import io.taros.conversation.NoteWritten;
import io.taros.conversation.Standings;
import io.taros.nudge.Nudge.Medium;
import io.taros.nudge.Nudge.Plan;
import io.taros.organization.Organizations;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes whom to tell what, in the transaction in which it happens. */
@Component
class Nudging {
    private final Nudges nudges;
    private final WishList wishes;
    private final PushDevices devices;
    private final Standings standings;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Jobs jobs;
    private final InstantSource clock;

    Nudging(
            Nudges nudges,
            WishList wishes,
            PushDevices devices,
            Standings standings,
            Accounts accounts,
            Organizations organizations,
            Jobs jobs,
            InstantSource clock) {
        this.nudges = nudges;
        this.wishes = wishes;
        this.devices = devices;
        this.standings = standings;
        this.accounts = accounts;
        this.organizations = organizations;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ConversationMoved event) {
        var assignee = event.move().assignee();
        if (event.move().kind() == Move.Kind.ASSIGN
                && assignee != null
                && !assignee.equals(event.by())) {
            nudge(assignee, event.conversation(), Occasion.ASSIGNED);
        }
    }

    @EventListener
    void on(NoteWritten event) {
        event.mentions().stream()
                .filter(member -> !member.equals(event.author()))
                .sorted(Comparator.comparing(Account.Id::value))
                .forEach(member -> nudge(member, event.conversation(), Occasion.MENTIONED));
    }

    @EventListener
    void on(HandedOver event) {
        wishes.wanting(Occasion.WAITING)
                .forEach(member -> nudge(member, event.conversation(), Occasion.WAITING));
    }

    @EventListener
    void on(MessageAdded event) {
        if (event.role() != Message.Role.VISITOR) {
            return;
        }
        var wanting = wishes.wanting(Occasion.REPLIED);
        if (!wanting.isEmpty()) {
            standings
                    .find(event.conversation())
                    .filter(one -> one.state() == Conversation.State.PERSON)
                    .map(Standings.Standing::assignee)
                    .filter(wanting::contains)
                    .ifPresent(member -> nudge(member, event.conversation(), Occasion.REPLIED));
        }
    }

    private void nudge(Account.Id member, Conversation.Id conversation, Occasion occasion) {
        var wish = wishes.get(member);
        var timing = new Timing(wish, zoneOf(member));
        var way = wish.of(occasion);
        if (way != Wishes.Way.NEVER) {
            var due = timing.due(way, clock.instant());
            if (nudges.add(member, conversation, new Plan(occasion, Medium.MAIL, way, due))) {
                jobs.enqueueAt(new TellMember(Tenancy.organization(), member, due), due);
            }
        }
        if (wish.pushed().contains(occasion) && devices.hasAny(member)) {
            push(member, conversation, occasion, timing.pushed(clock.instant()));
        }
    }

    private void push(
            Account.Id member, Conversation.Id conversation, Occasion occasion, Instant due) {
        var plan = new Plan(occasion, Medium.PUSH, Wishes.Way.MAIL, due);
        if (nudges.add(member, conversation, plan)) {
            jobs.enqueueAt(new PushToMember(Tenancy.organization(), member, due), due);
        }
    }

    private ZoneId zoneOf(Account.Id member) {
        return accounts.findReader(member)
                .map(Accounts.Reader::timeZone)
                .orElseGet(() -> organizations.get().timeZone());
    }
}
