package io.taros.conversation;

import io.taros.platform.web.Wakeful;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Passes signals on to the other nodes, through PostgreSQL. Whoever commits with a notification
 * holds a lock of the whole server meanwhile, so that a busy node would wait for itself: here they
 * go together, after what they are about, and whatever comes while some are under way goes with the
 * next. What a node that dies has not passed on is found by those who look by themselves.
 */
@Component
class OtherNodes {
    static final String CHANNEL = "taros_conversation";

    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);

    private final JdbcClient jdbc;
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final ExecutorService worker =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("to-other-nodes").factory());
    private final Wakeful wakeful = new Wakeful(worker, this::pass);

    OtherNodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Soon; once however often it is said meanwhile. */
    void tell(String payload) {
        waiting.add(payload);
        wakeful.wake();
    }

    private void pass() {
        var payloads = new LinkedHashSet<String>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            payloads.add(next);
        }
        if (payloads.isEmpty()) {
            return;
        }
        try {
            jdbc.sql(
                            "select pg_notify(:channel, payload) from unnest(:payloads::text[]) as payload")
                    .param("channel", CHANNEL)
                    .param("payloads", payloads.toArray(String[]::new))
                    .query((row, number) -> true)
                    .list();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Other nodes were not told of {} signals: {}", payloads.size(), e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
