package io.taros.inbox.web;

import io.taros.conversation.Conversation;
import io.taros.conversation.Queue;
import io.taros.conversation.Tag;
import io.taros.platform.web.View;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The inbox: the queues, one of them as a list, and the conversation that is open.
 *
 * @param thread none where none is open
 * @param isAway whether the reader says they take no new work
 */
public record InboxPage(QueueList list, @Nullable ThreadView thread, boolean isAway)
        implements View {

    /**
     * @param open the row that is open
     * @param cursor where it begins; none at its beginning
     * @param next where the list goes on
     */
    public record QueueList(
            Queue queue,
            List<Length> lengths,
            Filter filter,
            List<Row> rows,
            @Nullable UUID open,
            @Nullable String cursor,
            @Nullable String next)
            implements View {
        public QueueList {
            lengths = List.copyOf(lengths);
            rows = List.copyOf(rows);
        }

        @Override
        public String template() {
            return "inbox/list";
        }

        /** To stay where one is behind a link. */
        public String query() {
            return queryOf(queue);
        }

        /** To see the same rows again. */
        public String again() {
            return query()
                    + (cursor == null ? "" : "&cursor=" + cursor)
                    + (open == null ? "" : "&open=" + open);
        }

        public String queryOf(Queue other) {
            return new Place(other, filter.limits(), null).query();
        }
    }

    /**
     * @param bot the one it is limited to; none for all of them
     * @param bots to choose from; empty where there is only one
     * @param tag that is on all of them; none for any
     * @param tags to choose from
     * @param team to which all of them are left; none for any
     * @param teams to choose from
     */
    public record Filter(
            @Nullable UUID bot,
            List<Choice> bots,
            @Nullable UUID tag,
            List<Tag> tags,
            @Nullable UUID team,
            List<Choice> teams) {
        public Filter {
            bots = List.copyOf(bots);
            tags = List.copyOf(tags);
            teams = List.copyOf(teams);
        }

        public boolean isEmpty() {
            return bots.isEmpty() && tags.isEmpty() && teams.isEmpty();
        }

        Place.Limits limits() {
            return new Place.Limits(bot, tag, team);
        }
    }

    /**
     * @param conversations absent where the length says nothing
     */
    public record Length(Queue queue, @Nullable Long conversations) {}

    public record Choice(UUID id, String name) {}

    /**
     * @param who the visitor, where they are known
     * @param opening the visitor's first words
     * @param latest the last words
     * @param ending of the last reply, while the bot has the word
     * @param assignee who sees to it
     * @param team to which it is left
     */
    public record Row(
            UUID id,
            @Nullable String who,
            String opening,
            String latest,
            Conversation.State state,
            Ending ending,
            @Nullable String assignee,
            @Nullable String team,
            List<Tag> tags,
            boolean isUnread,
            Instant stateSince,
            Instant lastActive) {
        public Row {
            tags = List.copyOf(tags);
        }
    }

    @Override
    public String template() {
        return "inbox/inbox";
    }

    @Override
    public HttpStatus status() {
        if (thread == null || thread.composer().errors().isEmpty()) {
            return thread != null && thread.composer().othersWereFaster()
                    ? HttpStatus.CONFLICT
                    : HttpStatus.OK;
        }
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
