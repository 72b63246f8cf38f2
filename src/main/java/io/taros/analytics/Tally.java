package io.taros.analytics;

/**
 * What conversations with something in common came to.
 *
 * @param conversations each counted once for the kind; of a language or page, once for each of its
 *     weeks
 * @param answered of their questions
 */
public record Tally(int conversations, int answered, int askedBack, int handedOver) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** What they have in common. */
    public enum Kind {
        LANGUAGE(true),
        PAGE(true),
        /** By the first reason for which a person was promised. */
        HANDOVER(true),
        /** How they first ended. */
        ENDING(true),
        /** By the id of each tag that is on them. */
        TAG(true),
        /** By the score that visitors gave the whole. */
        CHAT_RATING(false),
        /** By the score of the first reply that was rated. */
        ANSWER_RATING(false),
        /** By how long a visitor waited for a person's first word. */
        FIRST_REPLY(false),
        /** By how long it took from the handover until a person resolved it. */
        SETTLED(false);

        private final boolean isOfGroups;

        Kind(boolean isOfGroups) {
            this.isOfGroups = isOfGroups;
        }

        /** Told group by group, each of which must be large enough; else as one figure of all. */
        public boolean isOfGroups() {
            return isOfGroups;
        }
    }

    Tally plus(Tally other) {
        return new Tally(
                conversations + other.conversations,
                answered + other.answered,
                askedBack + other.askedBack,
                handedOver + other.handedOver);
    }

    public int questions() {
        return answered + askedBack + handedOver;
    }
}
