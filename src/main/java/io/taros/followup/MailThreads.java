package io.taros.followup;

import io.taros.conversation.Conversation;
import io.taros.platform.audit.Audit;
import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.crypto.Secret;
import io.taros.platform.sql.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail threads of the bound organization; they go with their conversations. */
@Repository
class MailThreads {
    private static final String COLUMNS =
            "id, conversation_id, sealed_secret, sealed_email, mailed_sequence, mailed_at, failed_at, stopped_at, refused, created_at";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    MailThreads(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            OrganizationKeys keys,
            Audit audit,
            Ids ids,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Row(
            MailThread.Id id,
            Conversation.Id conversationId,
            byte[] sealedSecret,
            byte @Nullable [] sealedEmail,
            long mailedSequence,
            @Nullable Instant mailedAt,
            @Nullable Instant failedAt,
            @Nullable Instant stoppedAt,
            int refused,
            Instant createdAt) {}

    Optional<MailThread> find(Conversation.Id conversation) {
        return find("conversation_id", conversation);
    }

    Optional<MailThread> find(ReplySecret secret) {
        return find("secret_hash", secret.hash());
    }

    Optional<MailThread> findByStop(String token) {
        return find("stop_hash", Secret.hash(token));
    }

    private Optional<MailThread> find(String column, Object value) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select %s from mail_thread where %s = :value"
                                                        .formatted(COLUMNS, column))
                                        .param("value", value)
                                        .query(Row.class)
                                        .optional()))
                .map(this::opened);
    }

    /** The thread of a conversation, begun by whoever needs it first; empty if that is gone. */
    Optional<MailThread> open(Conversation.Id conversation) {
        var known = find(conversation);
        if (known.isPresent()) {
            return known;
        }
        var id = new MailThread.Id(ids.next());
        var secret = ReplySecret.fresh();
        var sealed = keys.encryptText(secret.hex(), placeOfSecret(id));
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into mail_thread (organization_id, id, conversation_id, sealed_secret, secret_hash, stop_hash, created_at)
                                select organization_id, :id, id, :sealed, :hash, :stop, :now from conversation where id = :conversation
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("sealed", sealed)
                        .param("hash", secret.hash())
                        .param("stop", Secret.hash(secret.stopToken()))
                        .param("now", clock.instant())
                        .param("conversation", conversation)
                        .update());
        return find(conversation);
    }

    /** Counts a mail that was handed over. */
    void sent(MailThread thread, String email, long place) {
        var sealed = keys.encryptText(email, placeOfEmail(thread.id()));
        transactions.executeWithoutResult(status -> {
            var isThere =
                    jdbc.sql(
                                            """
                                            update mail_thread
                                            set sealed_email = :email, mailed_sequence = greatest(mailed_sequence, :place), mailed_at = :now, failed_at = null
                                            where id = :id
                                            """)
                                    .param("email", sealed)
                                    .param("place", place)
                                    .param("now", clock.instant())
                                    .param("id", thread.id())
                                    .update()
                            == 1;
            if (isThere) {
                audit.record(FollowUpAction.SENT, thread.conversation());
            }
        });
    }

    void failed(Conversation.Id conversation) {
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                "update mail_thread set failed_at = :now where conversation_id = :conversation")
                        .param("now", clock.instant())
                        .param("conversation", conversation)
                        .update());
    }

    void refused(MailThread.Id id) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update mail_thread set refused = refused + 1 where id = :id")
                        .param("id", id)
                        .update());
    }

    /** For good; doing it again changes nothing. */
    void stop(MailThread thread) {
        transactions.executeWithoutResult(status -> {
            var isNew =
                    jdbc.sql(
                                            "update mail_thread set stopped_at = :now where id = :id and stopped_at is null")
                                    .param("now", clock.instant())
                                    .param("id", thread.id())
                                    .update()
                            == 1;
            if (isNew) {
                audit.record(FollowUpAction.STOPPED, thread.conversation());
            }
        });
    }

    private MailThread opened(Row row) {
        return new MailThread(
                row.id(),
                row.conversationId(),
                new ReplySecret(keys.decryptText(row.sealedSecret(), placeOfSecret(row.id()))),
                row.sealedEmail() == null
                        ? null
                        : keys.decryptText(row.sealedEmail(), placeOfEmail(row.id())),
                row.mailedSequence(),
                row.mailedAt(),
                row.failedAt(),
                row.stoppedAt(),
                row.refused(),
                row.createdAt());
    }

    private static String placeOfSecret(MailThread.Id id) {
        return "mail_thread.secret:" + id.value();
    }

    private static String placeOfEmail(MailThread.Id id) {
        return "mail_thread.email:" + id.value();
    }
}
