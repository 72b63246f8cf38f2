package io.taros.knowledge;

/**
 * A question with its answer, as a bot has it.
 *
 * @param version names exactly what it says: whoever changes it names the one they saw
 */
public record Pair(
        Source.Id id,
        NewSource.Qa words,
        Source.Status status,
        Source.Standing standing,
        Source.Audience audience,
        String version) {

    /**
     * Which pairs of a bot are wanted.
     *
     * @param words stand in the question, one of its phrasings or the answer; may be blank
     */
    public record Sought(String words, Order order) {
        public static final Sought ALL = new Sought("", Order.NEWEST);
    }

    public enum Order {
        NEWEST,
        QUESTION
    }

    /** What became of a change. */
    public sealed interface Changed {
        /**
         * @param pair in a draft another one, which comes where the published one leaves
         */
        record Saved(Pair pair) implements Changed {}

        /** Somebody else was quicker. */
        record Clash(Pair now) implements Changed {}

        /** The bot has exactly this already. */
        record Known(Pair other) implements Changed {}
    }
}
