package io.taros.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.taros.platform.security.Tenancy;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Enqueues jobs. Inside a transaction the job exists exactly if the transaction commits, and starts
 * right after.
 *
 * <p>A job whose {@link Job#dedupeKey} is already waiting is not added twice; one that is already
 * <em>running</em> swallows the new one too, so a handler that must see later changes has to look
 * for them before it ends.
 */
@Component
public class Jobs {
    private final JobSerializer serializer;
    private final ObjectProvider<Scheduler> worker;
    private final InstantSource clock;
    private final JdbcClient jdbc;

    Jobs(ObjectProvider<Scheduler> worker, InstantSource clock, JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.serializer = new JobSerializer(json);
        this.worker = worker;
        this.clock = clock;
    }

    public void enqueue(Job job) {
        enqueueAt(job, clock.instant());
        afterCommit(() -> worker.ifAvailable(Scheduler::triggerCheckForDueExecutions));
    }

    public void enqueueAt(Job job, Instant time) {
        // As the scheduler's own client writes it, which would fail beside another transaction that
        // adds the same.
        jdbc.sql(
                        """
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        values (:name, :key, :data, :time, false, 1) on conflict do nothing
                        """)
                .param("name", nameOf(job))
                .param("key", job.dedupeKey())
                .param("data", serializer.serialize(job))
                .param("time", time)
                .update();
    }

    /**
     * Forgets a job that has not started; nothing happens if it is gone already or begins right
     * now.
     */
    @Transactional
    public void cancel(Job job) {
        jdbc.sql(
                        """
                        delete from scheduled_tasks
                        where task_name = :name and task_instance = :key and not picked
                        """)
                .param("name", nameOf(job))
                .param("key", job.dedupeKey())
                .update();
    }

    /** Forgets whatever waits for the bound organization and has not started. */
    @Transactional
    public void forgetAll() {
        jdbc.sql(
                        """
                        delete from scheduled_tasks
                        where not picked and convert_from(task_data, 'UTF8')::jsonb ->> 'organization' = :organization
                        """)
                .param("organization", Tenancy.organization().toString())
                .update();
    }

    static String nameOf(Job job) {
        return nameOf(job.getClass());
    }

    static String nameOf(Class<? extends Job> type) {
        return type.getSimpleName();
    }

    private static void afterCommit(Runnable action) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            action.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        action.run();
                    }
                });
    }
}
