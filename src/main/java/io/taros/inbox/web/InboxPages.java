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
import io.taros.conversation.Transcripts;
import io.taros.conversation.VisitorIdentities;
import io.taros.conversation.VisitorIdentity;
import io.taros.inbox.Colleagues;
import io.taros.inbox.web.InboxPage.QueueList;
import io.taros.platform.web.MarkedText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
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

    InboxPages(
            Transcripts transcripts,
            Queues queues,
            Bots bots,
            Colleagues colleagues,
            VisitorIdentities identities) {
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
        var reader = new Queues.Reader(me, place.bot() == null ? null : new Bot.Id(place.bot()));
        var page = transcripts.list(place.queue(), reader, place.after(), ROWS);
        var lengths = queues.lengths(reader);
        return new QueueList(
                place.queue(),
                Arrays.stream(Queue.values())
                        .map(queue -> new InboxPage.Length(queue, lengths.get(queue)))
                        .toList(),
                place.bot(),
                choices(),
                rows(page.summaries(), me),
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

    private List<InboxPage.Row> rows(List<Transcripts.Summary> summaries, Account.Id me) {
        var ids = summaries.stream().map(one -> one.conversation().id()).toList();
        var marks = queues.marks(me, ids);
        var known = identities.findAll(ids);
        var names =
                colleagues.names(
                        summaries.stream()
                                .map(one -> one.conversation().assignee())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return summaries.stream().map(one -> row(one, marks, known, names)).toList();
    }

    private static InboxPage.Row row(
            Transcripts.Summary summary,
            Map<Conversation.Id, Long> marks,
            Map<Conversation.Id, VisitorIdentity> known,
            Function<Account.Id, String> names) {
        var conversation = summary.conversation();
        var visitor = known.get(conversation.id());
        return new InboxPage.Row(
                conversation.id().value(),
                visitor == null ? null : visitor.shownName(),
                summary.opening(),
                summary.latest() == null ? "" : MarkedText.plain(summary.latest().text()),
                conversation.state(),
                summary.latest() == null ? Ending.OPEN : endingOf(summary.latest()),
                conversation.assignee() == null ? null : names.apply(conversation.assignee()),
                conversation.spoken() > marks.getOrDefault(conversation.id(), 0L),
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
