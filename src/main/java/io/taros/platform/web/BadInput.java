package io.taros.platform.web;

/**
 * Something sent by the caller cannot be used. The message is one sentence that says what to do.
 */
public final class BadInput extends RuntimeException {
    private final String field;

    public BadInput(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** The name the caller gave it. */
    public String field() {
        return field;
    }
}
