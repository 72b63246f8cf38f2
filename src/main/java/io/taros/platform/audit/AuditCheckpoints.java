package io.taros.platform.audit;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The signed ends of the bound organization's audit log. */
@Repository
class AuditCheckpoints {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final AuditKey key;
    private final CheckpointFile file;
    private final InstantSource clock;

    AuditCheckpoints(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Audit audit,
            AuditKey key,
            CheckpointFile file,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.key = key;
        this.file = file;
        this.clock = clock;
    }

    /** Whether there was something new to sign. */
    boolean sign() {
        Optional<AuditCheckpoint> signed =
                Objects.requireNonNull(transactions.execute(status -> signInside()));
        // After the commit: a line without its row would look as if the row had been taken out.
        signed.ifPresent(file::add);
        return signed.isPresent();
    }

    List<AuditCheckpoint> list() {
        return transactions.execute(status ->
                jdbc
                        .sql(
                                """
                                select organization_id, seq, hash, at, signature from audit_checkpoint
                                where organization_id = :organization order by seq
                                """)
                        .param("organization", Tenancy.organization())
                        .query(AuditCheckpoint.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList());
    }

    private Optional<AuditCheckpoint> signInside() {
        var last = audit.latest(1);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        var end = last.getFirst();
        var unsigned =
                new AuditCheckpoint(
                        Tenancy.organization().value(),
                        end.seq(),
                        end.hash(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        new byte[0]);
        var checkpoint =
                new AuditCheckpoint(
                        unsigned.organizationId(),
                        unsigned.seq(),
                        unsigned.hash(),
                        unsigned.at(),
                        key.sign(unsigned.signed()));
        var added =
                jdbc.sql(
                                """
                                insert into audit_checkpoint (organization_id, seq, hash, at, signature)
                                values (:organization, :seq, :hash, :at, :signature) on conflict do nothing
                                """)
                        .param("organization", Tenancy.organization())
                        .param("seq", checkpoint.seq())
                        .param("hash", checkpoint.hash())
                        .param("at", checkpoint.at())
                        .param("signature", checkpoint.signature())
                        .update();
        return added > 0 ? Optional.of(checkpoint) : Optional.empty();
    }
}
