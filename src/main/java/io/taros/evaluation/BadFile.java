package io.taros.evaluation;

/** An evaluation file that cannot be used; the message is the sentence to print. */
final class BadFile extends RuntimeException {
    BadFile(String sentence) {
        super(sentence);
    }
}
