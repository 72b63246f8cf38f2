package io.taros.conversation;

import io.taros.account.Account;
import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say among themselves, in a table that nothing shown to visitors reads. */
@Repository
public class Notes {
    private static final String TABLE = "note";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Conversations conversations;
    private final Signals signals;
    private final Seal seal;
    private final Ids ids;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Notes(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Conversations conversations,
            Signals signals,
            Seal seal,
            ConversationLog.Origin origin,
            ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.conversations = conversations;
        this.signals = signals;
        this.seal = seal;
        this.ids = origin.ids();
        this.clock = origin.clock();
    }

    private record Row(
            Note.Id id,
            long sequence,
            byte[] sealedAuthor,
            byte[] sealedText,
            List<Account.Id> mentions,
            Instant createdAt) {}

    /** The same {@code clientId} is the same note, however often it is sent. */
    public void add(
            Conversation.Id conversation,
            Actor.Person author,
            String text,
            List<Account.Id> mentions,
            String clientId) {
        var id = new Note.Id(ids.next());
        var sealedAuthor = seal.closeField(TABLE, "author", id, author.name());
        var sealedText = seal.closeField(TABLE, "text", id, text);
        signals.changing(
                conversation,
                () -> {
                    var place = conversations.reserve(conversation, 1).orElseThrow(NotFound::new);
                    var isNew =
                            jdbc.sql(
                                                    """
                                                    insert into note (organization_id, id, conversation_id, sequence, client_id, author, sealed_author, sealed_text, mentions, created_at)
                                                    select organization_id, :id, id, :sequence, :clientId, :author, :name, :text, :mentions, :now
                                                    from conversation where id = :conversation on conflict do nothing
                                                    """)
                                            .param("id", id)
                                            .param("sequence", place)
                                            .param("clientId", clientId)
                                            .param("author", author.account())
                                            .param("name", sealedAuthor)
                                            .param("text", sealedText)
                                            .param("mentions", mentions)
                                            .param("now", clock.instant())
                                            .param("conversation", conversation)
                                            .update()
                                    == 1;
                    if (isNew) {
                        events.publishEvent(
                                new NoteWritten(conversation, author.account(), mentions));
                    }
                    return isNew;
                });
    }

    /** In the order they were written, beginning after a place. */
    public List<Note> list(Conversation.Id conversation, long after) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, sequence, sealed_author, sealed_text, mentions, created_at from note
                                        where conversation_id = :conversation and sequence > :after order by sequence
                                        """)
                                .param("conversation", conversation)
                                .param("after", after)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::opened).toList();
    }

    private Note opened(Row row) {
        return new Note(
                row.id(),
                row.sequence(),
                open("author", row.id(), row.sealedAuthor()),
                open("text", row.id(), row.sealedText()),
                row.mentions(),
                row.createdAt());
    }

    private String open(String column, Note.Id id, byte[] sealed) {
        return Objects.requireNonNull(seal.openField(TABLE, column, id, sealed), "never absent");
    }
}
