package io.taros.inbox.web;

import io.taros.account.Account;
import io.taros.answering.Answer;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.ActivityCursor;
import io.taros.conversation.Conversation;
import io.taros.conversation.Message;
import io.taros.conversation.Queue;
import io.taros.conversation.Queues;
import io.taros.conversation.Tag;
import io.taros.conversation.Tagging;
import io.taros.conversation.Tags;
import io.taros.conversation.Transcripts;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.inbox.Colleagues;
import io.taros.inbox.web.InboxPage.QueueList;
import io.taros.platform.web.MarkedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the lists of the inbox together. */
@Component
class InboxPages {
    private static final int ROWS = 40;

    private final Transcripts transcripts;
    private final Queues queues;
    private final Bots bots;
    private final Colleagues colleagues;
    private final VisitorIdentities identities;
    private final Tags tags;
    private final Tagging tagging;
    private final Teams teams;

    InboxPages(
            Transcripts transcripts,
            Queues queues,
            Bots bots,
            Colleagues colleagues,
            VisitorIdentities identities,
            Tags tags,
            Tagging tagging,
            Teams teams) {
        this.teams = teams;
        this.tags = tags;
        this.tagging = tagging;
        this.transcripts = transcripts;
        this.queues = queues;
        this.bots = bots;
        this.colleagues = colleagues;
        this.identities = identities;
    }

    /**
     * @param me whose queues they are
     * @param open the conversation that is open
     */
    QueueList list(Place place, Account.Id me, @Nullable UUID open) {
        var limits = place.limits();
        var all = teams.list();
        var reader =
                new Queues.Reader(
                        me,
                        limits.bot() == null ? null : new Bot.Id(limits.bot()),
                        limits.tag() == null ? null : new Tag.Id(limits.tag()),
                        limits.team() == null ? null : new Team.Id(limits.team()));
        var page = transcripts.list(place.queue(), reader, place.after(), ROWS);
        var lengths = queues.lengths(reader);
        return new QueueList(
                place.queue(),
                Arrays.stream(Queue.values())
                        .filter(queue -> queue != Queue.TEAMS || !all.isEmpty())
                        .map(queue -> new InboxPage.Length(queue, lengths.get(queue)))
                        .toList(),
                new InboxPage.Filter(
                        limits.bot(),
                        choices(),
                        limits.tag(),
                        tags.list(),
                        limits.team(),
                        all.stream()
                                .map(team -> new InboxPage.Choice(team.id().value(), team.name()))
                                .toList()),
                rows(page.summaries(), me, all),
                open,
                place.cursor(),
                page.next() == null ? null : ActivityCursor.format(page.next()));
    }

    private List<InboxPage.Choice> choices() {
        var all = bots.list();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(bot -> new InboxPage.Choice(bot.id().value(), bot.name()))
                        .toList();
    }

    private List<InboxPage.Row> rows(
            List<Transcripts.Summary> summaries, Account.Id me, List<Team> all) {
        var ids = summaries.stream().map(one -> one.conversation().id()).toList();
        var marks = queues.marks(me, ids);
        var names =
                colleagues.names(
                        summaries.stream()
                                .map(one -> one.conversation().assignee())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var around =
                new Around(
                        marks,
                        identities.findAll(ids),
                        tagging.on(ids),
                        all.stream().collect(Collectors.toMap(Team::id, Team::name)),
                        names);
        return summaries.stream().map(one -> row(one, around)).toList();
    }

    /** What is known of all of them. */
    private record Around(
            Map<Conversation.Id, Long> marks,
            Map<Conversation.Id, VisitorIdentity> visitors,
            Map<Conversation.Id, List<Tag>> tags,
            Map<Team.Id, String> teams,
            Function<Account.Id, String> names) {}

    private static InboxPage.Row row(Transcripts.Summary summary, Around around) {
        var conversation = summary.conversation();
        var visitor = around.visitors().get(conversation.id());
        return new InboxPage.Row(
                conversation.id().value(),
                visitor == null ? null : visitor.shownName(),
                summary.opening(),
                summary.latest() == null ? "" : MarkedText.plain(summary.latest().words()),
                conversation.state(),
                summary.latest() == null ? Ending.OPEN : endingOf(summary.latest()),
                conversation.assignee() == null
                        ? null
                        : around.names().apply(conversation.assignee()),
                conversation.team() == null ? null : around.teams().get(conversation.team()),
                around.tags().getOrDefault(conversation.id(), List.of()),
                conversation.spoken() > around.marks().getOrDefault(conversation.id(), 0L),
                conversation.stateSince(),
                conversation.lastMessageAt());
    }

    static Ending endingOf(Message message) {
        return switch (message.outcome()) {
            case null -> Ending.OPEN;
            case ANSWERED -> Ending.ANSWERED;
            case UNANSWERED ->
                    message.decision() == Answer.Decision.ASK_BACK
                            ? Ending.ASKED_BACK
                            : Ending.UNANSWERED;
            case HANDOVER -> Ending.HANDOVER;
        };
    }
}
