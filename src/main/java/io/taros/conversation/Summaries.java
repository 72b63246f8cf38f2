package io.taros.conversation;

import io.taros.answering.Summarizing.Outcome;
import io.taros.answering.Summary;
import io.taros.conversation.KeptSummary.Status;
import io.taros.platform.crypto.OrganizationKeys;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What models wrote of conversations, in a table that nothing shown to visitors reads. */
@Repository
public class Summaries {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Signals signals;
    private final OrganizationKeys keys;
    private final JsonMapper json;
    private final ConversationLog.Origin origin;

    Summaries(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Signals signals,
            OrganizationKeys keys,
            JsonMapper json,
            ConversationLog.Origin origin) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.signals = signals;
        this.keys = keys;
        this.json = json;
        this.origin = origin;
    }

    private record Row(
            KeptSummary.Id id,
            Status status,
            long sequence,
            @Nullable String model,
            byte @Nullable [] sealedText,
            @Nullable Instant writtenAt) {}

    public Optional<KeptSummary> find(Conversation.Id conversation) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                """
                                                select id, status, sequence, model, sealed_text, written_at
                                                from conversation_summary where conversation_id = :conversation
                                                """)
                                        .param("conversation", conversation)
                                        .query(Row.class)
                                        .optional()))
                .map(this::opened);
    }

    private KeptSummary opened(Row row) {
        return new KeptSummary(row.id(), row.status(), written(row));
    }

    private KeptSummary.@Nullable Written written(Row row) {
        if (row.sealedText() == null || row.model() == null || row.writtenAt() == null) {
            return null;
        }
        var text = keys.decryptText(row.sealedText(), place(row.id()));
        return new KeptSummary.Written(
                json.readValue(text, Summary.class), row.model(), row.sequence(), row.writtenAt());
    }

    /** Says that one is being written; false if the conversation is gone. */
    boolean begin(Conversation.Id conversation) {
        return signals.changing(conversation, () -> isBegun(conversation));
    }

    /** In a transaction. */
    boolean isBegun(Conversation.Id conversation) {
        return jdbc.sql(
                                """
                                insert into conversation_summary (organization_id, id, conversation_id, status)
                                select organization_id, :id, id, 'BEGUN' from conversation where id = :conversation
                                on conflict on constraint conversation_summary_once do update set status = 'BEGUN'
                                """)
                        .param("id", new KeptSummary.Id(origin.ids().next()))
                        .param("conversation", conversation)
                        .update()
                == 1;
    }

    /**
     * @param sequence the place of the last message it tells of
     */
    void write(Conversation.Id conversation, Outcome.Written written, long sequence) {
        var id = find(conversation).map(KeptSummary::id).orElse(null);
        if (id == null) {
            return;
        }
        var sealed = keys.encryptText(json.writeValueAsString(written.summary()), place(id));
        signals.changing(
                conversation,
                () ->
                        jdbc.sql(
                                                """
                                                update conversation_summary
                                                set status = 'WRITTEN', sequence = :sequence, model = :model, sealed_text = :text, written_at = :now
                                                where id = :id
                                                """)
                                        .param("sequence", sequence)
                                        .param("model", written.model())
                                        .param("text", sealed)
                                        .param("now", origin.clock().instant())
                                        .param("id", id)
                                        .update()
                                == 1);
    }

    /** What was written before stays. */
    void fail(Conversation.Id conversation) {
        signals.changing(
                conversation,
                () ->
                        jdbc.sql(
                                                "update conversation_summary set status = 'FAILED' where conversation_id = :conversation")
                                        .param("conversation", conversation)
                                        .update()
                                == 1);
    }

    private static String place(KeptSummary.Id id) {
        return "conversation_summary.text:" + id.value();
    }
}
