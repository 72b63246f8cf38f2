package io.taros.billing;

import io.taros.platform.audit.AuditKey;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bound organization's credits. One transaction at a time: each has its place behind the one
 * before, in time as well, so that what is old is always the beginning.
 */
@Repository
@Transactional
public class Credits {
    private static final String TRANSACTIONS =
            "select seq, at, kind, amount, subject_id, hash from credit_transaction ";

    /** Whatever follows one that stays follows it in the chain and stays, too. */
    private static final String OLD =
            """
            where seq < coalesce((select min(seq) from credit_transaction where at >= :before), 9223372036854775807)
            """;

    private final JdbcClient jdbc;
    private final AuditKey key;
    private final InstantSource clock;

    Credits(JdbcClient jdbc, AuditKey key, InstantSource clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /**
     * @param amount how many more, or, below zero, fewer
     * @param subject what it is for
     */
    public CreditTransaction add(CreditTransaction.Kind kind, long amount, @Nullable UUID subject) {
        lock();
        var last = last();
        var opening = opening().orElse(CreditOpening.NONE);
        var seq = last.map(CreditTransaction::seq).orElse(opening.seq()) + 1;
        var hash = last.map(CreditTransaction::hash).orElse(opening.hash());
        var fresh =
                new CreditTransaction(
                                seq,
                                notBefore(last.map(CreditTransaction::at).orElse(opening.until())),
                                kind,
                                amount,
                                subject,
                                CreditTransaction.BEGINNING)
                        .after(hash);
        insert(fresh);
        return fresh;
    }

    /** In their order. */
    @Transactional(readOnly = true)
    public List<CreditTransaction> list() {
        return jdbc.sql(TRANSACTIONS + "order by seq").query(CreditTransaction.class).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Transactional(readOnly = true)
    public long balance() {
        return jdbc.sql(
                        """
                        select coalesce((select sum(amount) from credit_transaction), 0)::bigint
                            + coalesce((select amount from credit_opening), 0)
                        """)
                .query(Long.class)
                .single();
    }

    /** Absent as long as nothing has gone. */
    @Transactional(readOnly = true)
    public Optional<CreditOpening> opening() {
        return jdbc.sql(
                        "select seq, amount, transactions, since, until, hash, signature from credit_opening")
                .query(CreditOpening.class)
                .optional();
    }

    /** Whether the opening balance is what was signed, and everything since follows from it. */
    @Transactional(readOnly = true)
    public boolean isIntact() {
        var opening = opening();
        var seq = opening.map(CreditOpening::seq).orElse(0L);
        var hash = opening.map(CreditOpening::hash).orElse(CreditTransaction.BEGINNING);
        for (var transaction : list()) {
            if (transaction.seq() != ++seq
                    || !Arrays.equals(transaction.hash(), transaction.hashAfter(hash))) {
                return false;
            }
            hash = transaction.hash();
        }
        return opening.isEmpty()
                || key.isSigned(
                        opening.get().signed(Tenancy.organization()), opening.get().signature());
    }

    @Transactional(readOnly = true)
    long countOlder(Instant before) {
        return jdbc.sql("select count(*) from credit_transaction " + OLD)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    /**
     * Takes the oldest into the opening balance.
     *
     * @return how many
     */
    int roll(Instant before, int most) {
        lock();
        var old =
                jdbc
                        .sql(TRANSACTIONS + OLD + "order by seq limit :most")
                        .param("before", before)
                        .param("most", most)
                        .query(CreditTransaction.class)
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        if (old.isEmpty()) {
            return 0;
        }
        var rolled = opening().orElse(CreditOpening.NONE).with(old);
        put(rolled.with(key.sign(rolled.signed(Tenancy.organization()))));
        return jdbc.sql("delete from credit_transaction where seq <= :seq")
                .param("seq", rolled.seq())
                .update();
    }

    private void lock() {
        jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended('taros.credits.' || :organization::text, 0))")
                .param("organization", Tenancy.organization())
                .query()
                .singleRow();
    }

    private Optional<CreditTransaction> last() {
        return jdbc.sql(TRANSACTIONS + "order by seq desc limit 1")
                .query(CreditTransaction.class)
                .optional();
    }

    /** A clock that was set back shall not mix up what is old and what is not. */
    private Instant notBefore(Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(last) ? last : now;
    }

    private void insert(CreditTransaction fresh) {
        jdbc.sql(
                        """
                        insert into credit_transaction (organization_id, seq, at, kind, amount, subject_id, hash)
                        values (:organization, :seq, :at, :kind, :amount, :subject, :hash)
                        """)
                .param("organization", Tenancy.organization())
                .param("seq", fresh.seq())
                .param("at", fresh.at())
                .param("kind", fresh.kind())
                .param("amount", fresh.amount())
                .param("subject", fresh.subjectId())
                .param("hash", fresh.hash())
                .update();
    }

    private void put(CreditOpening opening) {
        jdbc.sql(
                        """
                        insert into credit_opening (organization_id, seq, amount, transactions, since, until, hash, signature)
                        values (:organization, :seq, :amount, :transactions, :since, :until, :hash, :signature)
                        on conflict (organization_id) do update set
                            seq = excluded.seq, amount = excluded.amount, transactions = excluded.transactions,
                            until = excluded.until, hash = excluded.hash, signature = excluded.signature
                        """)
                .param("organization", Tenancy.organization())
                .param("seq", opening.seq())
                .param("amount", opening.amount())
                .param("transactions", opening.transactions())
                .param("since", opening.since())
                .param("until", opening.until())
                .param("hash", opening.hash())
                .param("signature", opening.signature())
                .update();
    }
}
