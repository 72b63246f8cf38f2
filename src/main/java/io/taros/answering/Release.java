package io.taros.answering;

import io.taros.answering.ModelComposer.Gate;

/**
 * Holds checked text back until it is reliable enough to be read, then lets everything through as
 * it comes.
 */
final class Release {
    private final Gate gate;
    private final AnswerSink sink;
    private final StringBuilder held = new StringBuilder();
    private boolean open;

    Release(Gate gate, AnswerSink sink) {
        this.gate = gate;
        this.sink = sink;
    }

    void add(String text, Draft soFar) {
        held.append(text);
        if (open || gate.opensFor(soFar)) {
            open = true;
            sink.delta(held.toString());
            held.setLength(0);
        }
    }

    void forget() {
        held.setLength(0);
    }

    boolean isOpen() {
        return open;
    }
}
