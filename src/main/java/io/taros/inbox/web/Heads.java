package io.taros.inbox.web;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Move;
import io.taros.conversation.Tagging;
import io.taros.conversation.Tags;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.inbox.Colleagues;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How conversations stand: who has the word, who sees to them, what is on them. */
@Component
class Heads {
    private final Colleagues colleagues;
    private final Tags tags;
    private final Tagging tagging;
    private final Teams teams;

    Heads(Colleagues colleagues, Tags tags, Tagging tagging, Teams teams) {
        this.colleagues = colleagues;
        this.tags = tags;
        this.tagging = tagging;
        this.teams = teams;
    }

    ThreadView.Standing of(Conversation conversation, Account.Id me) {
        var able =
                colleagues.of(conversation.botId()).stream()
                        .map(one ->
                                new ThreadView.Person(
                                        one.id().value(), one.name(), one.isPresent()))
                        .toList();
        var assignee = conversation.assignee();
        return new ThreadView.Standing(
                conversation.state(),
                conversation.stateSince(),
                reason(conversation),
                assignee == null ? null : assignee.value(),
                assignee == null ? null : colleagues.names(List.of(assignee)).apply(assignee),
                conversation.snoozedUntil(),
                me.equals(assignee),
                able,
                Arrays.stream(Move.Kind.values())
                        .filter(kind -> kind.from().contains(conversation.state()))
                        .collect(Collectors.toUnmodifiableSet()),
                labels(conversation.id()),
                teams(conversation.team()));
    }

    private ThreadView.Teams teams(Team.@Nullable Id team) {
        var all = teams.list();
        return new ThreadView.Teams(
                all.stream()
                        .filter(one -> one.id().equals(team))
                        .map(Team::name)
                        .findFirst()
                        .orElse(null),
                all.stream()
                        .filter(one -> !one.id().equals(team))
                        .map(one -> new InboxPage.Choice(one.id().value(), one.name()))
                        .toList());
    }

    private ThreadView.Labels labels(Conversation.Id conversation) {
        var on = tagging.on(conversation);
        return new ThreadView.Labels(
                on,
                tags.list().stream()
                        .filter(tag -> !tag.isArchived() && !on.contains(tag))
                        .toList());
    }

    private static @Nullable String reason(Conversation conversation) {
        return switch (conversation.state()) {
            case BOT -> null;
            case WAITING, PERSON ->
                    conversation.handoverReason() == null
                            ? null
                            : "inbox.reason." + conversation.handoverReason();
            case RESOLVED, CLOSED ->
                    conversation.resolution() == null
                            ? null
                            : "inbox.resolution." + conversation.resolution();
        };
    }

    /** Of one that is gone, too. */
    Function<Team.Id, String> teamNames() {
        var known = teams.list().stream().collect(Collectors.toMap(Team::id, Team::name));
        return team -> known.getOrDefault(team, "…");
    }
}
