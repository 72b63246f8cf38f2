package io.taros.inbox;

import io.taros.account.Account;
import io.taros.conversation.Conversation;
import io.taros.conversation.Signals;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.OverLimit;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open inboxes of this node. While one is open its member is present. */
@Component
public class InboxLines {
    static final int PER_MEMBER = 20;

    /** Whoever may read no more is found out when the line is opened again. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(InboxLines.class);

    private final Signals signals;
    private final Presence presence;
    private final Colleagues colleagues;
    private final Map<InboxLine, OrganizationId> open = new ConcurrentHashMap<>();
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inbox-", 1).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("inbox-heartbeat").factory());

    InboxLines(Signals signals, Presence presence, Colleagues colleagues) {
        this.signals = signals;
        this.presence = presence;
        this.colleagues = colleagues;
        timer.scheduleAtFixedRate(
                this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * @param conversation the one that is open, where one is
     */
    public SseEmitter open(Account.Id member, Conversation.@Nullable Id conversation) {
        var organization = Tenancy.organization();
        if (open.keySet().stream().filter(line -> line.member().equals(member)).count()
                >= PER_MEMBER) {
            throw new OverLimit(HEARTBEAT);
        }
        presence.see(member);
        var emitter = new SseEmitter(LIFETIME.toMillis());
        var line = new InboxLine(member, conversation, emitter, new Workers(organization));
        open.put(line, organization);
        signals.listen(organization, line);
        Runnable closing =
                () -> {
                    line.over();
                    signals.forget(organization, line);
                    open.remove(line);
                };
        emitter.onCompletion(closing);
        emitter.onTimeout(line::end);
        emitter.onError(failure -> closing.run());
        // Headers reach the page at once, and what happened before it listened is looked at.
        line.beat();
        line.missed();
        return emitter;
    }

    private void beat() {
        open.forEach((line, organization) -> {
            line.beat();
            workers.execute(() -> see(line, organization));
        });
    }

    private void see(InboxLine line, OrganizationId organization) {
        try {
            Tenancy.runAs(organization, () -> presence.see(line.member()));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Who is present could not be written down, trying again with the next beat", e);
        }
    }

    /** Says good-bye before the web server stops, so that it need not wait for the lines to end. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.keySet().forEach(InboxLine::end);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private final class Workers implements InboxLine.Workers {
        private final OrganizationId organization;

        Workers(OrganizationId organization) {
            this.organization = organization;
        }

        @Override
        public void run(Runnable work) {
            workers.execute(work);
        }

        @Override
        public String nameOf(Account.Id member) {
            return Tenancy.callAs(
                    organization, () -> colleagues.names(List.of(member)).apply(member));
        }
    }
}
