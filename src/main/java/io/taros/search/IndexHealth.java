package io.taros.search;

/**
 * Whether an index can be trusted to hold everything. It is {@code INCOMPLETE} when it is new,
 * could not be read or was written by another version, until {@link PassageIndex#rebuild} has
 * filled it. It is {@code OUTDATED} when its vectors are another model's: then it is searched by
 * words alone until it is rebuilt.
 */
public enum IndexHealth {
    COMPLETE,
    INCOMPLETE,
    OUTDATED
}
