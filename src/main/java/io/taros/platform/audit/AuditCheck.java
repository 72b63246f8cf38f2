package io.taros.platform.audit;

import io.taros.platform.security.Tenancy;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the bound organization's audit log: that each entry is as it was written and follows the
 * one before, and that the chain still reaches every signed end of it.
 */
@Component
public class AuditCheck {
    private static final int BATCH = 1_000;

    /** What is wrong with an entry or checkpoint. */
    public enum Fault {
        /** An entry is missing before it, or stands elsewhere. */
        GAP,
        /** It does not follow the entry before. */
        BROKEN_LINK,
        /** It is not as it was written. */
        ALTERED,
        /** A signed end of the chain is not there any more. */
        CUT_OFF,
        /** A signed end of the chain was another one. */
        REWRITTEN,
        /** A checkpoint that this installation did not sign. */
        FALSE_SIGNATURE,
        /** Something that was not over yet is gone from the beginning. */
        CUT_EARLY
    }

    public record Finding(long seq, Fault fault) {}

    /**
     * @param signedUpTo the newest entry that a checkpoint covers; 0 if none does
     */
    public record Result(long entries, int checkpoints, long signedUpTo, List<Finding> findings) {
        public Result {
            findings = List.copyOf(findings);
        }

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    private final JdbcClient jdbc;
    private final AuditCheckpoints checkpoints;
    private final CheckpointFile file;
    private final AuditKey key;
    private final AuditCuts cuts;
    private final InstantSource clock;

    AuditCheck(
            JdbcClient jdbc,
            AuditCheckpoints checkpoints,
            CheckpointFile file,
            AuditKey key,
            AuditCuts cuts,
            InstantSource clock) {
        this.cuts = cuts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.file = file;
        this.key = key;
    }

    @Transactional(readOnly = true)
    public Result run() {
        var findings = new ArrayList<Finding>();
        var signed = signed(findings);
        var chain = new Chain(signed, findings);
        cuts.find().ifPresent(cut -> begin(cut, chain));
        forEach(chain);
        signed.keySet().stream()
                .filter(seq -> seq > chain.last)
                .sorted()
                .forEach(seq -> findings.add(new Finding(seq, Fault.CUT_OFF)));
        return new Result(
                chain.entries,
                signed.size(),
                signed.keySet().stream().mapToLong(Long::longValue).max().orElse(0),
                findings);
    }

    /** It was signed when it was cut, and at the end of what went when that was young. */
    private void begin(AuditCut cut, Chain chain) {
        var publicKey = key.publicKey().orElse(new byte[0]);
        if (!AuditKey.isSigned(publicKey, cut.signed(), cut.signature())) {
            chain.findings.add(new Finding(cut.seq(), Fault.FALSE_SIGNATURE));
            return;
        }
        var witness = chain.signed.get(cut.seq());
        if (witness == null
                || !Arrays.equals(witness.hash(), cut.hash())
                || witness.at().isAfter(clock.instant().minus(AuditCuts.LEAST))) {
            chain.findings.add(new Finding(cut.seq(), Fault.CUT_EARLY));
        }
        chain.last = cut.seq();
        chain.previous = cut.hash();
    }

    /** Whatever the database and the file know; what is false counts for nothing. */
    private Map<Long, AuditCheckpoint> signed(List<Finding> findings) {
        var organization = Tenancy.organization().value();
        var all = new ArrayList<>(checkpoints.list());
        file.read().stream()
                .filter(checkpoint -> checkpoint.organizationId().equals(organization))
                .forEach(all::add);
        var publicKey = key.publicKey().orElse(new byte[0]);
        var signed = new HashMap<Long, AuditCheckpoint>();
        for (var checkpoint : all) {
            if (!AuditKey.isSigned(publicKey, checkpoint.signed(), checkpoint.signature())) {
                findings.add(new Finding(checkpoint.seq(), Fault.FALSE_SIGNATURE));
                continue;
            }
            var known = signed.putIfAbsent(checkpoint.seq(), checkpoint);
            if (known != null && !Arrays.equals(known.hash(), checkpoint.hash())) {
                findings.add(new Finding(checkpoint.seq(), Fault.REWRITTEN));
            }
        }
        return signed;
    }

    private void forEach(Consumer<AuditEntry> check) {
        var after = Long.MIN_VALUE;
        List<AuditEntry> batch;
        do {
            batch = batch(after);
            batch.forEach(check);
            after = batch.isEmpty() ? after : batch.getLast().seq();
        } while (batch.size() == BATCH);
    }

    private List<AuditEntry> batch(long after) {
        return jdbc
                .sql(
                        "select "
                                + Audit.COLUMNS
                                + """
                                from audit_entry where organization_id = :organization and seq > :after
                                order by seq limit :limit
                                """)
                .param("organization", Tenancy.organization())
                .param("after", after)
                .param("limit", BATCH)
                .query(AuditEntry.class)
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static final class Chain implements Consumer<AuditEntry> {
        private final Map<Long, AuditCheckpoint> signed;
        private final List<Finding> findings;
        private byte @Nullable [] previous;
        private long last;
        private long entries;

        Chain(Map<Long, AuditCheckpoint> signed, List<Finding> findings) {
            this.signed = signed;
            this.findings = findings;
        }

        @Override
        public void accept(AuditEntry entry) {
            entries++;
            var before = previous == null ? AuditEntry.BEGINNING : previous;
            if (entry.seq() != last + 1) {
                findings.add(new Finding(entry.seq(), Fault.GAP));
            } else if (!Arrays.equals(entry.previousHash(), before)) {
                findings.add(new Finding(entry.seq(), Fault.BROKEN_LINK));
            }
            if (!Arrays.equals(entry.computedHash(), entry.hash())) {
                findings.add(new Finding(entry.seq(), Fault.ALTERED));
            }
            var witnessed = signed.get(entry.seq());
            if (witnessed != null && !Arrays.equals(witnessed.hash(), entry.hash())) {
                findings.add(new Finding(entry.seq(), Fault.REWRITTEN));
            }
            previous = entry.hash();
            last = entry.seq();
        }
    }
}
