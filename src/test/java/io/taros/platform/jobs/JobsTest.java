package io.taros.platform.jobs;

import static io.taros.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.testing.TarosTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@TarosTest
@Import(JobsTest.Handlers.class)
class JobsTest {
    record Greet(OrganizationId organization, String name) implements Job {
        @Override
        public String dedupeKey() {
            return name;
        }
    }

    static final class NotYet extends RuntimeException {}

    static final class Greeter implements JobHandler<Greet> {
        final List<String> greeted = new CopyOnWriteArrayList<>();
        final List<String> givenUp = new CopyOnWriteArrayList<>();
        final Set<String> tried = ConcurrentHashMap.newKeySet();

        @Override
        public Class<Greet> type() {
            return Greet.class;
        }

        @Override
        public int attempts() {
            return 1;
        }

        @Override
        public int attemptsAfter(Throwable cause) {
            return cause instanceof NotYet ? 2 : attempts();
        }

        @Override
        public void handle(Greet job) {
            if (job.name().equals("late") && tried.add(job.name())) {
                throw new NotYet();
            }
            if (job.name().equals("nobody")) {
                throw new IllegalStateException("there is nobody");
            }
            assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
            greeted.add(job.name() + "@" + Tenancy.organization());
        }

        @Override
        public void exhausted(Greet job, Throwable cause) {
            givenUp.add(job.name() + "@" + Tenancy.organization());
        }
    }

    @TestConfiguration
    static class Handlers {
        @Bean
        Greeter greeter() {
            return new Greeter();
        }
    }

    private final OrganizationId acme = new OrganizationId(UUID.randomUUID());
    private final Jobs jobs;
    private final Greeter greeter;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    JobsTest(Jobs jobs, Greeter greeter, TransactionTemplate transactions, JdbcClient jdbc) {
        this.jobs = jobs;
        this.greeter = greeter;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void runsAJobForItsOrganizationOnceItsTransactionCommits() {
        transactions.executeWithoutResult(status -> jobs.enqueue(new Greet(acme, "Ada")));

        eventually(() -> assertThat(greeter.greeted).contains("Ada@" + acme));
    }

    @Test
    void forgetsAJobWhoseTransactionRollsBack() {
        transactions.executeWithoutResult(status -> {
            jobs.enqueue(new Greet(acme, "Bob"));
            status.setRollbackOnly();
        });

        assertThat(
                        jdbc.sql("select count(*) from scheduled_tasks where task_instance = 'Bob'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void triesOnAsLongAsTheCauseIsWorthIt() {
        jobs.enqueue(new Greet(acme, "late"));

        eventually(() -> assertThat(greeter.greeted).contains("late@" + acme));
        assertThat(greeter.givenUp).doesNotContain("late@" + acme);
    }

    @Test
    void saysWhenAJobIsGivenUp() {
        jobs.enqueue(new Greet(acme, "nobody"));

        eventually(() -> assertThat(greeter.givenUp).contains("nobody@" + acme));
        eventually(() ->
                assertThat(
                                jdbc.sql(
                                                "select count(*) from scheduled_tasks where task_instance = 'nobody'")
                                        .query(Long.class)
                                        .single())
                        .isZero());
    }
}
