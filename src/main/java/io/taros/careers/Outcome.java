package io.taros.careers;

/** What became of an application, as a code that tells nothing of whose it was. */
public enum Outcome {
    HIRED,
    WITHDRAWN,
    POSITION_FILLED,
    QUALIFICATIONS,
    EXPERIENCE,
    LANGUAGE,
    /** Nobody decided within a year. */
    UNDECIDED,
    OTHER;

    /** Whoever is hired is in the books of whoever hires; whoever withdrew wants to be in none. */
    boolean isRejection() {
        return this != HIRED && this != WITHDRAWN;
    }
}
