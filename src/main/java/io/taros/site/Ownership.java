package io.taros.site;

/** Brought by the module that knows accounts. */
public interface Ownership {
    /** False until somebody has set this installation up. */
    boolean isOwned();
}
