package io.taros.platform.web;

/** The request clashes with what is there now. The message is one sentence for the caller. */
public final class Conflict extends RuntimeException {
    public Conflict(String sentence) {
        super(sentence);
    }
}
