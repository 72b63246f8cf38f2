package io.taros.conversation;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is known in which conversation. Goes with the conversation. */
@Repository
public class VisitorIdentities {
    private static final String TABLE = "visitor_identity";

    private record Sealed(
            byte[] sealedSubject, byte @Nullable [] sealedName, byte @Nullable [] sealedEmail) {}

    private final JdbcClient jdbc;
    private final Seal seal;
    private final ContactIndex index;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    VisitorIdentities(
            JdbcClient jdbc,
            Seal seal,
            ContactIndex index,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.index = index;
        this.clock = clock;
        this.transactions = transactions;
    }

    public void add(Conversation.Id conversation, VisitorIdentity identity) {
        var subject = close("subject", conversation, identity.subject());
        var name = close("name", conversation, identity.name());
        var email = close("email", conversation, identity.email());
        var subjectIndex = index.ofSubject(identity.subject());
        var emailIndex = index.ofEmail(identity.email());
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into visitor_identity (organization_id, conversation_id, sealed_subject, sealed_name,
                                    sealed_email, subject_index, email_index, created_at)
                                values (:organization, :conversation, :subject, :name, :email, :subjectIndex, :emailIndex, :now)
                                """)
                        .param("organization", Tenancy.organization())
                        .param("conversation", conversation)
                        .param("subject", subject)
                        .param("name", name)
                        .param("email", email)
                        .param("subjectIndex", subjectIndex)
                        .param("emailIndex", emailIndex)
                        .param("now", clock.instant())
                        .update());
    }

    /** Where a website said that somebody has this address, the latest first. */
    public List<Conversation.Id> withEmail(String email) {
        var hashes = index.allOfEmail(email);
        return transactions.execute(status ->
                jdbc.sql(
                                """
                                select conversation_id from visitor_identity where email_index = any(:hashes)
                                order by created_at desc
                                """)
                        .param("hashes", hashes)
                        .query((row, number) -> new Conversation.Id(row.getObject(1, UUID.class)))
                        .list());
    }

    public boolean isKnown(Conversation.Id conversation) {
        return read(conversation).isPresent();
    }

    public Optional<VisitorIdentity> find(Conversation.Id conversation) {
        return read(conversation).map(row -> opened(conversation, row));
    }

    private record Known(
            Conversation.Id conversationId,
            byte[] sealedSubject,
            byte @Nullable [] sealedName,
            byte @Nullable [] sealedEmail) {}

    /** Of those where somebody is known. */
    public Map<Conversation.Id, VisitorIdentity> findAll(List<Conversation.Id> conversations) {
        var rows =
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select conversation_id, sealed_subject, sealed_name, sealed_email from visitor_identity
                                        where conversation_id = any(:conversations)
                                        """)
                                .param("conversations", conversations)
                                .query(Known.class)
                                .list());
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                Known::conversationId,
                                row ->
                                        opened(
                                                row.conversationId(),
                                                new Sealed(
                                                        row.sealedSubject(),
                                                        row.sealedName(),
                                                        row.sealedEmail()))));
    }

    private VisitorIdentity opened(Conversation.Id conversation, Sealed row) {
        return new VisitorIdentity(
                Objects.requireNonNull(open("subject", conversation, row.sealedSubject())),
                open("name", conversation, row.sealedName()),
                open("email", conversation, row.sealedEmail()));
    }

    private Optional<Sealed> read(Conversation.Id conversation) {
        return Objects.requireNonNull(
                transactions.execute(status ->
                        jdbc.sql(
                                        """
                                        select sealed_subject, sealed_name, sealed_email from visitor_identity
                                        where conversation_id = :conversation
                                        """)
                                .param("conversation", conversation)
                                .query(Sealed.class)
                                .optional()));
    }

    private byte @Nullable [] close(String column, Conversation.Id row, @Nullable String value) {
        return seal.closeField(TABLE, column, row, value);
    }

    private @Nullable String open(String column, Conversation.Id row, byte @Nullable [] sealed) {
        return seal.openField(TABLE, column, row, sealed);
    }
}
