package io.taros.answering;

/** Who wrote an answer. */
public enum Composer {
    /** A manual answer, word for word. */
    EXACT,
    /** A language model, from the passages. */
    MODEL,
    /** Sentences of the passages, verbatim. */
    QUOTE,
    /** A greeting or thanks returned. */
    COURTESY
}
