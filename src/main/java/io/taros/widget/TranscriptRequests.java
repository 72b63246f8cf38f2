package io.taros.widget;

import io.taros.conversation.Conversation;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.Secret;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The requests of the bound organization's visitors that are not answered yet. */
@Repository
class TranscriptRequests {
    /** After that nobody confirms one any more. */
    static final Duration VALID = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final OrganizationKeys keys;
    private final Jobs jobs;
    private final Ids ids;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    TranscriptRequests(
            JdbcClient jdbc,
            OrganizationKeys keys,
            Jobs jobs,
            Ids ids,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
        this.transactions = transactions;
    }

    private record Row(
            TranscriptRequest.Id id,
            Conversation.Id conversationId,
            byte[] sealedEmail,
            boolean isConfirmed) {}

    /** Kept and on its way: the chat itself, or first the question whether it is wanted. */
    void add(Conversation.Id conversation, String email, boolean isConfirmed) {
        var id = new TranscriptRequest.Id(ids.next());
        var sealed = keys.encryptText(email, place(id));
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into transcript_request (organization_id, id, conversation_id, sealed_email, is_confirmed, created_at)
                            values (:organization, :id, :conversation, :email, :confirmed, :now)
                            """)
                    .param("organization", Tenancy.organization())
                    .param("id", id)
                    .param("conversation", conversation)
                    .param("email", sealed)
                    .param("confirmed", isConfirmed)
                    .param("now", clock.instant())
                    .update();
            jobs.enqueue(
                    isConfirmed
                            ? new SendTranscript(Tenancy.organization(), id)
                            : new ConfirmTranscript(Tenancy.organization(), id));
        });
    }

    Optional<TranscriptRequest> find(TranscriptRequest.Id id) {
        return opened(
                Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                """
                                                select id, conversation_id, sealed_email, is_confirmed from transcript_request
                                                where id = :id
                                                """)
                                        .param("id", id)
                                        .query(Row.class)
                                        .optional())));
    }

    /** By the link in the mail, as long as it waits for that. */
    Optional<TranscriptRequest> find(String secret) {
        return opened(
                Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                """
                                                select id, conversation_id, sealed_email, is_confirmed from transcript_request
                                                where secret_hash = :hash and not is_confirmed and created_at > :since
                                                """)
                                        .param("hash", Secret.hash(secret))
                                        .param("since", clock.instant().minus(VALID))
                                        .query(Row.class)
                                        .optional())));
    }

    /** Another each time; only the newest works. */
    String newLink(TranscriptRequest.Id id) {
        var secret = Secret.fresh();
        transactions.executeWithoutResult(status ->
                jdbc.sql("update transcript_request set secret_hash = :hash where id = :id")
                        .param("hash", Secret.hash(secret))
                        .param("id", id)
                        .update());
        return secret;
    }

    /** Whoever reads the mailbox wants it; true once. */
    boolean confirm(String secret) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    var confirmed =
                            jdbc.sql(
                                            """
                                            update transcript_request set is_confirmed = true
                                            where secret_hash = :hash and not is_confirmed and created_at > :since
                                            returning id
                                            """)
                                    .param("hash", Secret.hash(secret))
                                    .param("since", clock.instant().minus(VALID))
                                    .query(UUID.class)
                                    .optional();
                    confirmed
                            .map(TranscriptRequest.Id::new)
                            .ifPresent(id ->
                                    jobs.enqueue(new SendTranscript(Tenancy.organization(), id)));
                    return confirmed.isPresent();
                }));
    }

    void remove(TranscriptRequest.Id id) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("delete from transcript_request where id = :id").param("id", id).update());
    }

    private Optional<TranscriptRequest> opened(Optional<Row> row) {
        return row.map(found ->
                new TranscriptRequest(
                        found.id(),
                        found.conversationId(),
                        keys.decryptText(found.sealedEmail(), place(found.id())),
                        found.isConfirmed()));
    }

    private static String place(TranscriptRequest.Id id) {
        return "transcript_request.email:" + id;
    }
}
