package io.taros.conversation;

import io.taros.platform.web.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    private final ConversationLog.Origin origin;
    private final Seal seal;
    private final ContactIndex index;

    Leads(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ConversationLog.Origin origin,
            Seal seal,
            ContactIndex index) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.origin = origin;
        this.seal = seal;
        this.index = index;
    }

    private record Row(
            Lead.Id id,
            byte @Nullable [] sealedName,
            byte @Nullable [] sealedEmail,
            byte @Nullable [] sealedPhone,
            byte @Nullable [] sealedNote,
            @Nullable String consentText,
            Instant createdAt) {}

    private record Numbered(Conversation.Id conversationId, Lead.Id id, byte[] sealedPhone) {}

    /** Stored with the sentence that was agreed to, if there was one, as proof. */
    public Lead.Id add(
            Conversation.Id conversation, Lead.Contact contact, @Nullable String consentText) {
        var id = new Lead.Id(origin.ids().next());
        var name = seal.closeField(TABLE, "name", id, contact.name());
        var email = seal.closeField(TABLE, "email", id, contact.email());
        var phone = seal.closeField(TABLE, "phone", id, contact.phone());
        var note = seal.closeField(TABLE, "note", id, contact.note());
        var emailIndex = index.ofEmail(contact.email());
        var phoneIndex = index.ofPhone(contact.phone());
        var stored =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        insert into lead (organization_id, id, conversation_id, bot_id, sealed_name, sealed_email, sealed_phone,
                                                          sealed_note, email_index, phone_index, consent_text, created_at)
                                        select organization_id, :id, id, bot_id, :name, :email, :phone, :note, :emailIndex, :phoneIndex,
                                            :consent, :now
                                        from conversation where id = :conversation
                                        """)
                                .param("id", id)
                                .param("name", name)
                                .param("email", email)
                                .param("phone", phone)
                                .param("note", note)
                                .param("emailIndex", emailIndex)
                                .param("phoneIndex", phoneIndex)
                                .param("consent", consentText)
                                .param("now", origin.clock().instant())
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

    /** Where somebody left this address, the latest first. */
    public List<Conversation.Id> withEmail(String email) {
        var hashes = index.allOfEmail(email);
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select conversation_id from lead where email_index = any(:hashes)
                                group by conversation_id order by max(created_at) desc
                                """)
                        .param("hashes", hashes)
                        .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Where somebody left this number, with or without its country's code; the latest first. */
    public List<Conversation.Id> withPhone(String phone) {
        var hashes = index.allOfPhone(phone);
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select conversation_id, id, sealed_phone from lead
                                        where phone_index = any(:hashes) order by created_at desc
                                        """)
                                .param("hashes", hashes)
                                .query(Numbered.class)
                                .list());
        return rows.stream()
                .filter(row -> ContactIndex.isSamePhone(phone, phone(row)))
                .map(Numbered::conversationId)
                .distinct()
                .toList();
    }

    private String phone(Numbered row) {
        return Objects.requireNonNull(seal.openField(TABLE, "phone", row.id(), row.sealedPhone()));
    }

    /** Puts right how somebody is reached. What they wrote and agreed to stays as it was. */
    public void correct(Lead.Id id, Lead.Contact contact) {
        var name = seal.closeField(TABLE, "name", id, contact.name());
        var email = seal.closeField(TABLE, "email", id, contact.email());
        var phone = seal.closeField(TABLE, "phone", id, contact.phone());
        var emailIndex = index.ofEmail(contact.email());
        var phoneIndex = index.ofPhone(contact.phone());
        var stored =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        update lead set sealed_name = :name, sealed_email = :email, sealed_phone = :phone,
                                            email_index = :emailIndex, phone_index = :phoneIndex
                                        where id = :id
                                        """)
                                .param("name", name)
                                .param("email", email)
                                .param("phone", phone)
                                .param("emailIndex", emailIndex)
                                .param("phoneIndex", phoneIndex)
                                .param("id", id)
                                .update());
        if (stored == 0) {
            throw new NotFound();
        }
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
