package io.taros.rights;

import io.taros.platform.crypto.OrganizationKeys;
import io.taros.platform.rights.Person;
import io.taros.platform.rights.PersonalTraces;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of exports. Parts are sealed and opened outside transactions. */
@Repository
class ExportRows implements PersonalTraces {
    private static final String COLUMNS =
            "id, request_id, asked_at, expires_at, ready_at, failed_at, taken_at, size";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final OrganizationKeys keys;

    ExportRows(JdbcClient jdbc, TransactionTemplate transactions, OrganizationKeys keys) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
    }

    void add(SubjectExport.Id id, SubjectRequest.Id request, Instant now, Instant expires) {
        jdbc.sql(
                        """
                        insert into subject_export (organization_id, id, request_id, thread_ids, asked_at, expires_at)
                        values (:organization, :id, :request, '{}', :now, :expires)
                        """)
                .param("organization", Tenancy.organization())
                .param("id", id)
                .param("request", request)
                .param("now", now)
                .param("expires", expires)
                .update();
    }

    Optional<SubjectExport> find(SubjectExport.Id id) {
        return Objects.requireNonNull(
                transactions.execute(status ->
                        jdbc.sql("select " + COLUMNS + " from subject_export where id = :id")
                                .param("id", id)
                                .query(SubjectExport.class)
                                .optional()));
    }

    /** The newest. */
    Optional<SubjectExport> find(SubjectRequest.Id request) {
        return Objects.requireNonNull(
                transactions.execute(status ->
                        jdbc.sql(
                                        "select "
                                                + COLUMNS
                                                + " from subject_export where request_id = :request order by asked_at desc, id desc limit 1")
                                .param("request", request)
                                .query(SubjectExport.class)
                                .optional()));
    }

    /** From the beginning: what an attempt before this one wrote is dropped. */
    void begin(SubjectExport.Id id, Collection<UUID> threads) {
        transactions.executeWithoutResult(status -> {
            dropParts(id);
            jdbc.sql("update subject_export set thread_ids = :threads::uuid[] where id = :id")
                    .param("threads", threads)
                    .param("id", id)
                    .update();
        });
    }

    void addPart(SubjectExport.Id id, int position, byte[] bytes) {
        var sealed = keys.encrypt(bytes, contextOf(id, position));
        transactions.executeWithoutResult(status ->
                jdbc.sql(
                                """
                                insert into subject_export_part (organization_id, export_id, position, sealed_bytes)
                                select organization_id, id, :position, :bytes from subject_export where id = :id
                                """)
                        .param("position", position)
                        .param("bytes", sealed)
                        .param("id", id)
                        .update());
    }

    void ready(SubjectExport.Id id, long size, Instant now) {
        transactions.executeWithoutResult(status ->
                jdbc.sql("update subject_export set ready_at = :now, size = :size where id = :id")
                        .param("now", now)
                        .param("size", size)
                        .param("id", id)
                        .update());
    }

    void failed(SubjectExport.Id id, Instant now) {
        transactions.executeWithoutResult(status -> {
            dropParts(id);
            jdbc.sql("update subject_export set failed_at = :now where id = :id")
                    .param("now", now)
                    .param("id", id)
                    .update();
        });
    }

    /** Once, by whoever is first. In the caller's transaction. */
    boolean take(SubjectExport.Id id, Instant now) {
        return jdbc.sql(
                                """
                                update subject_export set taken_at = :now
                                where id = :id and ready_at is not null and taken_at is null and expires_at > :now
                                """)
                        .param("now", now)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<byte[]> part(SubjectExport.Id id, int position) {
        return Objects.requireNonNull(
                        transactions.execute(status ->
                                jdbc.sql(
                                                "select sealed_bytes from subject_export_part where export_id = :id and position = :position")
                                        .param("id", id)
                                        .param("position", position)
                                        .query(byte[].class)
                                        .optional()))
                .map(sealed -> keys.decrypt(sealed, contextOf(id, position)));
    }

    void empty(SubjectExport.Id id) {
        transactions.executeWithoutResult(status -> dropParts(id));
    }

    /** Nobody may have what was refused or is not wanted any more. In the caller's transaction. */
    void withdraw(SubjectRequest.Id request) {
        jdbc.sql("delete from subject_export where request_id = :request")
                .param("request", request)
                .update();
    }

    private void dropParts(SubjectExport.Id id) {
        jdbc.sql("delete from subject_export_part where export_id = :id").param("id", id).update();
    }

    /** Copies of what goes go along. */
    @Override
    public Map<String, Long> forget(Person person) {
        var rows =
                jdbc.sql("delete from subject_export where thread_ids && :threads::uuid[]")
                        .param("threads", person.threads())
                        .update();
        return Map.of("subject_export", (long) rows);
    }

    private static String contextOf(SubjectExport.Id id, int position) {
        return "subject_export_part.bytes:" + id.value() + "/" + position;
    }
}
