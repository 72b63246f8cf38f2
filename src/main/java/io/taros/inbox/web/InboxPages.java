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
    private final Tags tags;
    private final Tagging tagging;

    InboxPages(
            Transcripts transcripts,
            Queues queues,
            Bots bots,
            Colleagues colleagues,
            VisitorIdentities identities,
            Tags tags,
            Tagging tagging) {
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
        var reader =
                new Queues.Reader(
                        me,
                        place.bot() == null ? null : new Bot.Id(place.bot()),
                        place.tag() == null ? null : new Tag.Id(place.tag()));
        var page = transcripts.list(place.queue(), reader, place.after(), ROWS);
        var lengths = queues.lengths(reader);
        return new QueueList(
                place.queue(),
                Arrays.stream(Queue.values())
                        .map(queue -> new InboxPage.Length(queue, lengths.get(queue)))
                        .toList(),
                new InboxPage.Filter(place.bot(), choices(), place.tag(), tags.list()),
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
        var names =
                colleagues.names(
                        summaries.stream()
                                .map(one -> one.conversation().assignee())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var around = new Around(marks, identities.findAll(ids), tagging.on(ids), names);
        return summaries.stream().map(one -> row(one, around)).toList();
    }

    /** What is known of all of them. */
    private record Around(
            Map<Conversation.Id, Long> marks,
            Map<Conversation.Id, VisitorIdentity> visitors,
            Map<Conversation.Id, List<Tag>> tags,
            Function<Account.Id, String> names) {}

    private static InboxPage.Row row(Transcripts.Summary summary, Around around) {
        var conversation = summary.conversation();
        var visitor = around.visitors().get(conversation.id());
        return new InboxPage.Row(
                conversation.id().value(),
                visitor == null ? null : visitor.shownName(),
                summary.opening(),
                summary.latest() == null ? "" : MarkedText.plain(summary.latest().text()),
                conversation.state(),
                summary.latest() == null ? Ending.OPEN : endingOf(summary.latest()),
                conversation.assignee() == null ? null : around.names().apply(conversation.assignee()),
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
