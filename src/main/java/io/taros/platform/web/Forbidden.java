package io.taros.platform.web;

/** The caller is known but lacks the permission the route asks for. */
public final class Forbidden extends RuntimeException {
    public Forbidden() {
        super("The permission for this is missing");
    }
}
