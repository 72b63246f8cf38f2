package io.taros.conversation;

import io.taros.platform.sql.Ids;
import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Contact details left in conversations; they go when the conversation goes. */
@Repository
public class Leads {
    private static final String TABLE = "lead";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final InstantSource clock;
    private final Seal seal;

    Leads(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Ids ids,
            InstantSource clock,
            Seal seal) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.seal = seal;
    }

    private record Row(
            Lead.Id id,
            byte @Nullable [] sealedName,
            byte @Nullable [] sealedEmail,
            byte @Nullable [] sealedPhone,
            byte @Nullable [] sealedNote,
            @Nullable String consentText,
            Instant createdAt) {}

    /** Stored with the sentence that was agreed to, if there was one, as proof. */
    public Lead.Id add(
            Conversation.Id conversation, Lead.Contact contact, @Nullable String consentText) {
        var id = new Lead.Id(ids.next());
        var name = seal.closeField(TABLE, "name", id, contact.name());
        var email = seal.closeField(TABLE, "email", id, contact.email());
        var phone = seal.closeField(TABLE, "phone", id, contact.phone());
        var note = seal.closeField(TABLE, "note", id, contact.note());
        var stored =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        insert into lead (organization_id, id, conversation_id, bot_id, sealed_name, sealed_email, sealed_phone,
                                                          sealed_note, consent_text, created_at)
                                        select organization_id, :id, id, bot_id, :name, :email, :phone, :note, :consent, :now
                                        from conversation where id = :conversation
                                        """)
                                .param("id", id)
                                .param("name", name)
                                .param("email", email)
                                .param("phone", phone)
                                .param("note", note)
                                .param("consent", consentText)
                                .param("now", clock.instant())
                                .param("conversation", conversation)
                                .update());
        if (stored == 0) {
            throw new NotFound();
        }
        return id;
    }

    public List<Lead> list(Conversation.Id conversation) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select id, sealed_name, sealed_email, sealed_phone, sealed_note, consent_text, created_at
                                        from lead where conversation_id = :conversation order by created_at
                                        """)
                                .param("conversation", conversation)
                                .query(Row.class)
                                .list());
        return rows.stream().map(this::open).toList();
    }

    private Lead open(Row row) {
        return new Lead(
                row.id(),
                new Lead.Contact(
                        seal.openField(TABLE, "name", row.id(), row.sealedName()),
                        seal.openField(TABLE, "email", row.id(), row.sealedEmail()),
                        seal.openField(TABLE, "phone", row.id(), row.sealedPhone()),
                        seal.openField(TABLE, "note", row.id(), row.sealedNote())),
                row.consentText(),
                row.createdAt());
    }
}
