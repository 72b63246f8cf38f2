package io.taros.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.taros.platform.security.Tenancy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.json.JsonMapper;

/** db-scheduler: the worker claims on the staff connection, callers enqueue on their own. */
@Configuration
@EnableConfigurationProperties(JobSettings.class)
class JobConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(JobConfiguration.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);

    /** More would be longer than any pause that is asked for. */
    private static final int DOUBLINGS = 16;

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean(destroyMethod = "stop")
    Scheduler jobWorker(
            @Qualifier("staffDataSource") DataSource staff,
            List<JobHandler<?>> handlers,
            JobSettings settings,
            JsonMapper json) {
        List<Task<?>> tasks = handlers.stream().<Task<?>>map(JobConfiguration::task).toList();
        return Scheduler.create(staff, tasks)
                .serializer(new JobSerializer(json))
                .threads(Math.max(1, settings.workers()))
                .executorService(
                        Executors.newFixedThreadPool(
                                Math.max(1, settings.workers()),
                                Thread.ofVirtual().name("job-", 1).factory()))
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Bean
    WorkerStart workerStart(Scheduler worker, JobSettings settings) {
        return new WorkerStart(worker, settings);
    }

    /** Starts the worker once everything else is up. */
    static final class WorkerStart {
        private final Scheduler worker;
        private final JobSettings settings;

        WorkerStart(Scheduler worker, JobSettings settings) {
            this.worker = worker;
            this.settings = settings;
        }

        @EventListener(ApplicationReadyEvent.class)
        public void start() {
            if (settings.workers() > 0) {
                worker.start();
            }
        }
    }

    private static <J extends Job> Task<J> task(JobHandler<J> handler) {
        return Tasks.oneTime(Jobs.nameOf(handler.type()), handler.type())
                .onFailure((failed, operations) -> onFailure(handler, failed, operations))
                .execute((instance, context) -> run(handler, instance.getData()));
    }

    private static <J extends Job> void onFailure(
            JobHandler<J> handler, ExecutionComplete failed, ExecutionOperations<J> operations) {
        var execution = failed.getExecution();
        var job = handler.type().cast(execution.taskInstance.getData());
        var name = handler.type().getSimpleName();
        var cause = failed.getCause().orElseGet(() -> new IllegalStateException("cut off"));
        var attempt = execution.consecutiveFailures + 1;
        if (attempt < handler.attemptsAfter(cause)) {
            LOG.info(
                    "Job {} of organization {} failed, attempt {}",
                    name,
                    job.organization(),
                    attempt,
                    cause);
            var doubled = FIRST_RETRY.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS));
            var longest = handler.longestPause();
            var pause = doubled.compareTo(longest) < 0 ? doubled : longest;
            operations.reschedule(failed, failed.getTimeDone().plus(pause));
            return;
        }
        LOG.warn("Job {} of organization {} failed for good", name, job.organization(), cause);
        Tenancy.callAs(
                job.organization(),
                null,
                () -> {
                    handler.exhausted(job, cause);
                    return true;
                });
        operations.stop();
    }

    private static <J extends Job> void run(JobHandler<J> handler, J job) {
        try {
            Tenancy.callAs(
                    job.organization(),
                    null,
                    () -> {
                        handler.handle(job);
                        return true;
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
