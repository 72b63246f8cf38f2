package io.taros.platform.crypto;

import io.taros.platform.jobs.JobHandler;
import io.taros.platform.sql.OneAtATime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes everything of an organization anew, in batches of a transaction each, with a rest after
 * each as long as the batch took. After a crash it goes on where it was. One at a time per
 * organization: two would be in each other's way.
 */
@Component
class ResealingValues implements JobHandler<ResealValues> {
    static final int BATCH = 200;

    private static final long LONGEST_REST_NANOS = Duration.ofMillis(200).toNanos();
    private static final String BETWEEN = "\t";

    /** Takes where the last batch ended, and says where this one does. */
    private record Step(String name, java.util.function.Function<String, Optional<String>> batch) {}

    private final OrganizationKeys keys;
    private final KeyRenewal renewal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<SealedTable> tables;
    private final List<SealedElsewhere> elsewhere;
    private final OneAtATime turns;
    private final List<Step> steps = new ArrayList<>();

    ResealingValues(
            OrganizationKeys keys,
            KeyRenewal renewal,
            List<SealedTables> tables,
            List<SealedElsewhere> elsewhere,
            Storage storage) {
        this.keys = keys;
        this.renewal = renewal;
        this.jdbc = storage.jdbc();
        this.transactions = storage.transactions();
        this.turns = storage.turns();
        this.elsewhere = List.copyOf(elsewhere);
        this.tables = tables.stream().flatMap(module -> module.ofOrganizations().stream()).toList();
        this.tables.forEach(table -> steps.add(new Step(table.name(), rows(table)::reseal)));
        elsewhere.forEach(some -> steps.add(new Step(some.name(), some::reseal)));
    }

    @Component
    record Storage(JdbcClient jdbc, TransactionTemplate transactions, OneAtATime turns) {}

    @Override
    public Class<ResealValues> type() {
        return ResealValues.class;
    }

    @Override
    public void handle(ResealValues job) {
        turns.run("resealing." + job.organization(), () -> reseal(job))
                .orElseThrow(() -> new IllegalStateException("Another one is at it; trying again"))
                .ifPresent(renewal::awaitLast);
    }

    /**
     * @return since when the renewal is under way that this was the first pass of
     */
    private Optional<Instant> reseal(ResealValues job) {
        // Read anew: another node may have made the newer key.
        keys.forgetBound();
        var state = renewal.find();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        var since = state.get().retiringSince();
        var lastOf = job.lastOf();
        if (lastOf != null) {
            // What waited for an earlier renewal knows nothing of this one.
            if (lastOf.equals(since)) {
                resealLast(lastOf);
            }
            return Optional.empty();
        }
        resealFrom(position());
        if (since == null) {
            checkNothingIsStale();
            note("is_indexed = true");
        }
        return Optional.ofNullable(since);
    }

    private void resealLast(Instant since) {
        if (!renewal.isHeardOf(since)) {
            throw new IllegalStateException("A node may not have heard of the newer key yet");
        }
        // Whatever was closed since the first time may lie anywhere.
        resealFrom(List.of());
        checkNothingIsStale();
        renewal.destroyOlder();
    }

    /**
     * @param begun the step that was cut off, and how far it was; empty for all of them
     */
    private void resealFrom(List<String> begun) {
        var isReached = begun.isEmpty();
        for (var step : steps) {
            var after = "";
            if (!isReached) {
                isReached = step.name().equals(begun.getFirst());
                if (!isReached) {
                    continue;
                }
                after = begun.getLast();
            }
            take(step, after);
        }
        note("resealing = null");
    }

    private void take(Step step, String from) {
        var after = Optional.of(from);
        while (after.isPresent()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("The server is stopping");
            }
            var begun = System.nanoTime();
            var last = after.get();
            after =
                    Objects.requireNonNull(
                            transactions.execute(status -> {
                                var end = step.batch().apply(last);
                                end.ifPresent(found -> note(step, found));
                                return end;
                            }));
            LockSupport.parkNanos(Math.min(System.nanoTime() - begun, LONGEST_REST_NANOS));
        }
    }

    private void checkNothingIsStale() {
        for (var table : tables) {
            if (transactions.execute(status -> rows(table).isStale())) {
                throw new IllegalStateException(
                        "Some of %s was held by others; trying again".formatted(table.name()));
            }
        }
        for (var some : elsewhere) {
            if (some.isStale()) {
                throw new IllegalStateException(
                        "Some of %s is closed by the older key; trying again"
                                .formatted(some.name()));
            }
        }
    }

    private SealedRows rows(SealedTable table) {
        return new SealedRows(table, jdbc, keys, BATCH, false);
    }

    private List<String> position() {
        return transactions
                .execute(status ->
                        jdbc.sql(
                                        "select resealing from organization_key where resealing is not null")
                                .query(String.class)
                                .optional())
                .map(found -> List.of(found.split(BETWEEN, 2)))
                .orElse(List.of());
    }

    private void note(Step step, String end) {
        jdbc.sql("update organization_key set resealing = :position")
                .param("position", step.name() + BETWEEN + end)
                .update();
    }

    private void note(String columns) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("update organization_key set " + columns).update());
    }
}
