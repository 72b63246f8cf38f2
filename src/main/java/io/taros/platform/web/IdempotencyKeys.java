package io.taros.platform.web;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.security.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers first results for a day. */
@Repository
class IdempotencyKeys {
    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /**
     * A first request that neither ended nor can still be running was cut off; the next one may try
     * again.
     */
    private static final Duration CUT_OFF = Duration.ofMinutes(2);

    record Result(
            String requestHash,
            @Nullable Integer status,
            @Nullable String contentType,
            byte @Nullable [] body) {}

    private record Row(
            String requestHash,
            @Nullable Integer status,
            @Nullable String contentType,
            byte @Nullable [] sealedBody) {}

    private final JdbcClient jdbc;
    private final OrganizationKeys keys;
    private final InstantSource clock;
    private final TransactionTemplate transactions;

    IdempotencyKeys(
            JdbcClient jdbc,
            OrganizationKeys keys,
            InstantSource clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Claims the key for this request; otherwise what the earlier one left. Opened after the
     * transaction: the organization's key may take a connection of its own.
     */
    public Optional<Result> claimOrFind(String caller, String key, String requestHash) {
        return transactions
                .execute(status -> claimOrRead(caller, key, requestHash))
                .map(row -> opened(row, caller, key));
    }

    private Optional<Row> claimOrRead(String caller, String key, String requestHash) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        delete from idempotency_key
                        where started_at < :expired or (status is null and started_at < :cutOff and key = :key)
                        """)
                .param("expired", now.minus(KEPT))
                .param("cutOff", now.minus(CUT_OFF))
                .param("key", key)
                .update();
        var claimed =
                jdbc.sql(
                                """
                                insert into idempotency_key (organization_id, caller, key, request_hash, started_at)
                                values (:organization, :caller, :key, :hash, :now)
                                on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("caller", caller)
                        .param("key", key)
                        .param("hash", requestHash)
                        .param("now", now)
                        .update();
        return claimed == 1 ? Optional.empty() : Optional.of(read(caller, key));
    }

    public void complete(
            String caller, String key, int status, @Nullable String contentType, byte[] body) {
        var sealed = keys.encrypt(body, context(caller, key));
        var mentioned = idsIn(body);
        transactions.executeWithoutResult(began ->
                jdbc.sql(
                                """
                                update idempotency_key set status = :status, content_type = :type, sealed_body = :body, mentions = :mentions
                                where caller = :caller and key = :key
                                """)
                        .param("status", status)
                        .param("type", contentType)
                        .param("body", sealed)
                        .param("mentions", mentioned)
                        .param("caller", caller)
                        .param("key", key)
                        .update());
    }

    /** What names a conversation is found by its id, without being opened. */
    private static List<UUID> idsIn(byte[] body) {
        return ID.matcher(new String(body, StandardCharsets.UTF_8))
                .results()
                .map(found -> UUID.fromString(found.group()))
                .distinct()
                .toList();
    }

    /** The request had no effect, so its key is free again. */
    @Transactional
    public void release(String caller, String key) {
        jdbc.sql(
                        "delete from idempotency_key where caller = :caller and key = :key and status is null")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    private Row read(String caller, String key) {
        return jdbc.sql(
                        """
                        select request_hash, status, content_type, sealed_body from idempotency_key
                        where caller = :caller and key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query(Row.class)
                .single();
    }

    private Result opened(Row row, String caller, String key) {
        var body =
                row.sealedBody() == null
                        ? null
                        : keys.decrypt(row.sealedBody(), context(caller, key));
        return new Result(row.requestHash(), row.status(), row.contentType(), body);
    }

    static String context(String caller, String key) {
        return "idempotency_key:" + caller + ":" + key;
    }
}
