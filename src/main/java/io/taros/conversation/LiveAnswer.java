package io.taros.conversation;

import io.taros.answering.AnswerSink;
import io.taros.answering.Citation;
import io.taros.answering.Reliability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows an answer while it is made. What is made before anybody wonders is never shown in parts:
 * most quotes are whole by then. Words that come within a moment of each other travel together, so
 * that a fast model costs twenty writes a second and not two hundred; and where many answers are
 * made at once and writers are few, as long as one waits for its turn.
 */
final class LiveAnswer implements AnswerSink {
    static final Duration UNTIL_ANYBODY_WONDERS = Duration.ofMillis(200);
    static final Duration MOMENT = Duration.ofMillis(50);

    private final Message.Id turn;
    private final Consumer<List<FeedData>> write;
    private final ScheduledExecutorService timer;
    private final Executor writers;
    private final Places places;
    private final List<FeedData> waiting = new ArrayList<>();
    private Duration wait = UNTIL_ANYBODY_WONDERS;
    private boolean isFlushDue;
    private boolean isOver;

    /**
     * @param write stores events; called by one thread at a time
     * @param writers runs it
     * @param places where the answer has one
     */
    LiveAnswer(
            Message.Id turn,
            Consumer<List<FeedData>> write,
            ScheduledExecutorService timer,
            Executor writers,
            Places places) {
        this.places = places;
        this.writers = writers;
        this.turn = turn;
        this.write = write;
        this.timer = timer;
    }

    @Override
    public void status(Status status) {
        add(FeedData.Status.of(turn, status));
    }

    @Override
    public void delta(String text) {
        add(FeedData.Delta.of(turn, text));
    }

    @Override
    public void sources(List<Citation> citations) {
        add(FeedData.Sources.of(turn, citations));
    }

    @Override
    public void score(Reliability reliability) {
        add(FeedData.Score.of(turn, reliability));
    }

    @Override
    public <T> T waiting(Supplier<T> work) {
        return places.waiting(work);
    }

    /** Ends it and hands over what was not written yet. */
    synchronized List<FeedData> end() {
        isOver = true;
        return drain();
    }

    private synchronized void add(FeedData data) {
        if (isOver) {
            return;
        }
        if (data instanceof FeedData.Delta next
                && !waiting.isEmpty()
                && waiting.getLast() instanceof FeedData.Delta last) {
            waiting.set(waiting.size() - 1, FeedData.Delta.of(turn, last.text() + next.text()));
        } else {
            waiting.add(data);
        }
        if (!isFlushDue) {
            isFlushDue = true;
            timer.schedule(
                    () -> writers.execute(this::flush), wait.toMillis(), TimeUnit.MILLISECONDS);
            wait = MOMENT;
        }
    }

    // Holding the monitor while writing keeps the events in order; the answering thread waits at
    // most for one small write.
    private synchronized void flush() {
        isFlushDue = false;
        if (!isOver && !waiting.isEmpty()) {
            write.accept(drain());
        }
    }

    private List<FeedData> drain() {
        var batch = List.copyOf(waiting);
        waiting.clear();
        return batch;
    }
}
