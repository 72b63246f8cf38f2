package io.taros.widget;

import io.taros.conversation.Conversation;
import io.taros.conversation.Feed;
import io.taros.platform.web.Wakeful;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open line. It sleeps without thread, transaction or connection; a signal or the heartbeat
 * wakes it, it sends what is new, and sleeps again. One thread at a time works for it.
 */
final class VisitorStream {
    private static final Logger LOG = LoggerFactory.getLogger(VisitorStream.class);

    /** What a stream needs of the world around it. */
    interface World {
        /** What comes after a position. */
        Feed.News read(Conversation.Id conversation, Feed.Position position);

        boolean isThere(Conversation.Id conversation);

        /** Runs it soon, on another thread. */
        void run(Runnable work);
    }

    private final Conversation.Id conversation;
    private final String address;
    private final SseEmitter emitter;
    private final World world;
    private final Wakeful wakeful;
    private final AtomicBoolean isBeatDue = new AtomicBoolean();
    private final AtomicBoolean isLookDue = new AtomicBoolean();
    private final AtomicBoolean isTypingDue = new AtomicBoolean();
    private volatile boolean isOver;
    private Feed.Position position;

    VisitorStream(
            Conversation.Id conversation,
            String address,
            Feed.Position position,
            SseEmitter emitter,
            World world) {
        this.conversation = conversation;
        this.address = address;
        this.position = position;
        this.emitter = emitter;
        this.world = world;
        wakeful = new Wakeful(world::run, this::step);
    }

    Conversation.Id conversation() {
        return conversation;
    }

    String address() {
        return address;
    }

    /**
     * Sends what there is before the visitor is told that the line is open, so that whatever is
     * said from then on reaches them whole, with how it came about.
     */
    void begin() {
        isBeatDue.set(true);
        isLookDue.set(true);
        wakeful.workHere();
    }

    /** Something may be new. */
    void look() {
        isLookDue.set(true);
        wakeful.wake();
    }

    /** A person is writing, which is told and kept nowhere. */
    void typing() {
        isTypingDue.set(true);
        wakeful.wake();
    }

    /** Time to show that the line lives, which also finds out whether the other end does. */
    void beat() {
        isBeatDue.set(true);
        wakeful.wake();
    }

    /** Ends it; the visitor's side comes back on its own after the given pause. */
    void end(int retryMillis) {
        if (isOver) {
            return;
        }
        isOver = true;
        try {
            emitter.send(SseEmitter.event().reconnectTime(retryMillis));
        } catch (IOException | IllegalStateException e) {
            // The other end is gone already, which is what we want.
        }
        emitter.complete();
    }

    void over() {
        isOver = true;
    }

    private void step() {
        if (isOver) {
            return;
        }
        try {
            if (isBeatDue.getAndSet(false)) {
                emitter.send(SseEmitter.event().comment(""));
            }
            if (isLookDue.getAndSet(false)) {
                sendNews();
            }
            if (isTypingDue.getAndSet(false)) {
                emitter.send(SseEmitter.event().name("typing").data(TYPING));
            }
        } catch (IOException | IllegalStateException e) {
            isOver = true;
            emitter.completeWithError(e);
        } catch (CannotCreateTransactionException e) {
            LOG.warn("A line was put off: {}", e.getMessage());
            end(RETRY_MILLIS);
        } catch (RuntimeException e) {
            // The visitor's side comes back and asks for the same again.
            LOG.warn("The stream of conversation {} broke", conversation.value(), e);
            end(RETRY_MILLIS);
        }
    }

    static final int RETRY_MILLIS = 1_000;
    private static final String TYPING = "{\"who\":\"person\"}";

    private void sendNews() throws IOException {
        var isSilent = true;
        var isAll = false;
        while (!isAll) {
            var news = read();
            isAll = news.isAll();
            isSilent &= news.events().isEmpty();
            for (var event : news.events()) {
                emitter.send(
                        SseEmitter.event()
                                .id(String.valueOf(event.number()))
                                .name(event.name())
                                .data(event.data()));
                position = new Feed.Position.After(event.number());
            }
        }
        if (isSilent && !world.isThere(conversation)) {
            end(RETRY_MILLIS);
        }
    }

    private Feed.News read() {
        if (isOver) {
            return Feed.News.none();
        }
        var news = world.read(conversation, position);
        if (news.events().isEmpty() && position instanceof Feed.Position.Transcript) {
            position = new Feed.Position.After(0);
        }
        return news;
    }
}
