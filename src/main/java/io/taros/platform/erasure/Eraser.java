package io.taros.platform.erasure;

import java.util.UUID;

/** Brought by modules: takes out once more what a backup may have brought back. */
public interface Eraser {
    /** Stands in journals, and so stays what it is. */
    String kind();

    /**
     * With the organization bound whose it was, if any. Nobody is told, for everybody was; what is
     * not there is no error.
     *
     * @return whether anything was there
     */
    boolean eraseAgain(UUID id);
}
