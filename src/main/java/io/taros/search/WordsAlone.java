package io.taros.search;

/**
 * Why a question was searched for by its words, without its meaning.
 *
 * @param detail what the provider said or did not say, without any text of the question
 */
public record WordsAlone(Cause cause, String detail) {
    public enum Cause {
        /** What was taught is still being embedded with the model of now. */
        NEW_MODEL,
        /** The provider made no vector of the question while somebody could wait for it. */
        NOT_EMBEDDED,
        /** The organization lets no question go there. */
        NOT_ALLOWED
    }
}
