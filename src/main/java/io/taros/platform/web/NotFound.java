package io.taros.platform.web;

/**
 * There is no such thing for this caller. Says the same whether it never existed or belongs to
 * somebody else.
 */
public final class NotFound extends RuntimeException {
    public NotFound() {
        super("There is nothing here");
    }
}
