package io.taros.answering.model;

/** Receives a model's text as it arrives, on the thread that asked. */
public interface ModelListener {
    /** Returns whether more is wanted. */
    boolean text(String piece);

    /**
     * The call failed and would be made again. Returns whether that is possible, which it is not
     * once a visitor saw anything; forgets what arrived so far if it is.
     */
    boolean startOver();
}
