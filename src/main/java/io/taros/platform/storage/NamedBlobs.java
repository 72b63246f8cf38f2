package io.taros.platform.storage;

/** Brought by modules that keep files: which there must be. */
public interface NamedBlobs {
    /** A query for their ids, of whatever the reader may see. */
    String query();
}
