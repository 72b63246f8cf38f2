package io.taros.platform.web;

/** Something sent by the caller cannot be used. One sentence says what to do. */
public final class BadInput extends Refusal {
    private final String field;

    public BadInput(String field, String key, Object... arguments) {
        super(key, arguments);
        this.field = field;
    }

    /** The name the caller gave it. */
    public String field() {
        return field;
    }
}
