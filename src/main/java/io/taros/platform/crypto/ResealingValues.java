package io.taros.platform.crypto;

import io.taros.platform.jobs.JobHandler;
import java.time.Duration;
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
 * each as long as the batch took. After a crash it goes on where it was.
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
        this.tables = tables.stream().flatMap(module -> module.ofOrganizations().stream()).toList();
        this.tables.forEach(table -> steps.add(new Step(table.name(), rows(table)::reseal)));
        elsewhere.forEach(some -> steps.add(new Step(some.name(), some::reseal)));
    }

    @Component
    record Storage(JdbcClient jdbc, TransactionTemplate transactions) {}

    @Override
    public Class<ResealValues> type() {
        return ResealValues.class;
    }

    @Override
    public void handle(ResealValues job) throws InterruptedException {
        // Read anew: another node may have made the newer key.
        keys.forget();
        var state = renewal.find();
        if (state.isEmpty()) {
            return;
        }
        resealAll();
        var since = state.get().retiringSince();
        if (since == null) {
            note("is_indexed = true");
            return;
        }
        if (!job.isLast()) {
            renewal.awaitLast(since);
            return;
        }
        checkNothingIsStale();
        renewal.destroyOlder();
    }

    private void resealAll() throws InterruptedException {
        var begun = position();
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

    private void take(Step step, String from) throws InterruptedException {
        var after = Optional.of(from);
        while (after.isPresent()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
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
    }

    private SealedRows rows(SealedTable table) {
        return new SealedRows(table, jdbc, keys, BATCH);
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
