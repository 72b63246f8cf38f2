package io.taros.search;

/** Which of a bot's passages are asked. */
public enum Edition {
    /** What visitors get. */
    PUBLISHED,
    /** The same with the changes that wait to be published. */
    DRAFT
}
