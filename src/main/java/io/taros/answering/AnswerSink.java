package io.taros.answering;

import java.util.List;
import java.util.function.Supplier;

/**
 * Where an answer goes while it is made. The deltas joined are the answer's text; nothing that was
 * handed over is taken back. Called from the thread that called {@link Answering#answer}.
 */
public interface AnswerSink {
    AnswerSink NONE = new AnswerSink() {};

    default void status(Status status) {}

    default void delta(String text) {}

    default void sources(List<Citation> citations) {}

    default void score(Reliability reliability) {}

    /** Runs what mostly waits for a model; others may work meanwhile. */
    default <T> T waiting(Supplier<T> work) {
        return work.get();
    }

    enum Status {
        UNDERSTANDING,
        SEARCHING,
        WRITING
    }
}
