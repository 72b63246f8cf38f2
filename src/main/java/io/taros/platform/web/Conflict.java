package io.taros.platform.web;

/** The request clashes with what is there now. One sentence says with what. */
public final class Conflict extends Refusal {
    public Conflict(String key, Object... arguments) {
        super(key, arguments);
    }
}
