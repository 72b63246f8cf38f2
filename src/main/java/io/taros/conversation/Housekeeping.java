package io.taros.conversation;

import io.taros.platform.storage.StrayBlobs;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Drops the stream events of answers that are long given and files that nobody sent, and closes
 * what has gone quiet; every node does.
 */
@Component
class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int EVERY_MINUTES = 10;
    private static final int STRAYS_MINUTES = 24 * 60;

    private final StreamEvents events;
    private final IdleConversations idle;
    private final DiscardingFiles files;
    private final StrayBlobs strays;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("conversation-housekeeping").factory());

    Housekeeping(
            StreamEvents events, IdleConversations idle, DiscardingFiles files, StrayBlobs strays) {
        this.strays = strays;
        this.files = files;
        this.events = events;
        this.idle = idle;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) {
            timer.scheduleWithFixedDelay(
                    this::tidy, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
            timer.scheduleWithFixedDelay(
                    () -> attempt(strays::removeEverywhere),
                    EVERY_MINUTES,
                    STRAYS_MINUTES,
                    TimeUnit.MINUTES);
        }
    }

    private void tidy() {
        attempt(events::dropOld);
        attempt(idle::close);
        attempt(files::tidy);
    }

    /** A timer whose task throws never runs again. The stack says which it was. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Tidying up conversations failed, trying again later", e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
