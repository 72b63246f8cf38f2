package io.taros.evaluation;

/** What was taught and how long it took until all of it could be found. */
record Taught(int documents, int passages, double seconds) {
    Taught plus(Taught other) {
        return new Taught(
                documents + other.documents, passages + other.passages, seconds + other.seconds);
    }
}
