package io.taros.widget;

import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.Feed;
import io.taros.conversation.Signal;
import io.taros.conversation.Signals;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.OverLimit;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open lines of this node. Of one conversation a few stay open, the newest ones: an older one
 * is most likely a page that was left. One address gets a number of them and then has to wait.
 */
@Component
class VisitorStreams {
    static final int PER_CONVERSATION = 6;
    static final int PER_ADDRESS = 100;

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A signal can get lost with a connection, so every stream looks by itself now and then. */
    private static final int BEATS_PER_LOOK = 4;

    private static final int READERS = 8;

    private final Feed feed;
    private final Signals signals;
    private final Conversations conversations;
    private final Map<Conversation.Id, Deque<VisitorStream>> byConversation = new HashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final Set<VisitorStream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore readers = new Semaphore(READERS);
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 1).factory());
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());
    private int beats;

    VisitorStreams(Feed feed, Signals signals, Conversations conversations) {
        this.feed = feed;
        this.signals = signals;
        this.conversations = conversations;
        timer.scheduleAtFixedRate(
                this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    SseEmitter open(Conversation.Id conversation, Feed.Position position, String address) {
        var emitter = new SseEmitter(LIFETIME.toMillis());
        var stream =
                new VisitorStream(
                        conversation,
                        address,
                        position,
                        emitter,
                        new OrganizationsWorld(Tenancy.organization()));
        var crowdedOut = admit(stream);
        if (crowdedOut != null) {
            crowdedOut.end(VisitorStream.RETRY_MILLIS);
        }
        var listener = new Ear(stream);
        signals.listen(conversation, listener);
        Runnable closing =
                () -> {
                    stream.over();
                    signals.forget(conversation, listener);
                    leave(stream);
                };
        emitter.onCompletion(closing);
        emitter.onTimeout(() -> stream.end(VisitorStream.RETRY_MILLIS));
        emitter.onError(failure -> closing.run());
        // Headers reach the visitor at once, not with the first thing that is said.
        stream.begin();
        return emitter;
    }

    private record Ear(VisitorStream stream) implements Signals.Listener {
        @Override
        public void hear(Signal signal) {
            switch (signal.kind()) {
                case KEPT, SHOWN -> stream.look();
                case PERSON_WRITES -> stream.typing();
                case VISITOR_WRITES -> {}
            }
        }

        @Override
        public void missed() {
            stream.look();
        }
    }

    /** Says good-bye before the web server stops, so that it need not wait for the lines to end. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.forEach(stream -> stream.end(VisitorStream.RETRY_MILLIS / 2));
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    int size() {
        return open.size();
    }

    private synchronized @Nullable VisitorStream admit(VisitorStream stream) {
        var fromAddress = byAddress.getOrDefault(stream.address(), 0);
        if (fromAddress >= PER_ADDRESS) {
            throw new OverLimit(HEARTBEAT);
        }
        byAddress.put(stream.address(), fromAddress + 1);
        var siblings =
                byConversation.computeIfAbsent(stream.conversation(), id -> new ArrayDeque<>());
        siblings.addLast(stream);
        open.add(stream);
        return siblings.size() > PER_CONVERSATION ? siblings.peekFirst() : null;
    }

    private synchronized void leave(VisitorStream stream) {
        if (!open.remove(stream)) {
            return;
        }
        byAddress.computeIfPresent(
                stream.address(), (address, count) -> count > 1 ? count - 1 : null);
        byConversation.computeIfPresent(
                stream.conversation(),
                (id, siblings) -> {
                    siblings.remove(stream);
                    return siblings.isEmpty() ? null : siblings;
                });
    }

    void beat() {
        beats++;
        var isLooking = beats % BEATS_PER_LOOK == 0;
        for (var stream : open) {
            stream.beat();
            if (isLooking) {
                stream.look();
            }
        }
    }

    /**
     * Reads with the organization bound that the request had; few at a time, for connections are
     * few.
     */
    private final class OrganizationsWorld implements VisitorStream.World {
        private final OrganizationId organization;

        OrganizationsWorld(OrganizationId organization) {
            this.organization = organization;
        }

        @Override
        public Feed.News read(Conversation.Id conversation, Feed.Position position) {
            readers.acquireUninterruptibly();
            try {
                return Tenancy.callAs(organization, () -> feed.read(conversation, position));
            } finally {
                readers.release();
            }
        }

        @Override
        public boolean isThere(Conversation.Id conversation) {
            return Tenancy.callAs(organization, () -> conversations.isThere(conversation));
        }

        @Override
        public void run(Runnable work) {
            workers.execute(work);
        }
    }
}
